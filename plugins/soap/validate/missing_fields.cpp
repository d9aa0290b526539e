// SPDX-License-Identifier: MIT
#include "validate/missing_fields.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <cctype>
#include <utility>

namespace praxis::soap {

namespace {

/// "Skin afterwards" as "skin afterwards"; "ROM" stays. A label with a comma is quoted, because
/// labels are listed.
std::string label_in_sentence(const Field& field) {
    auto label = field.label.empty() ? field.name : field.label;
    const auto is_upper = [&label](std::size_t at) {
        return at < label.size() && std::isupper(static_cast<unsigned char>(label[at])) != 0;
    };
    if (is_upper(0) && !is_upper(1)) {
        label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
    }
    return label.find(',') == std::string::npos ? label : "\"" + label + "\"";
}

/// The question that the form asks, and the values that the field takes unless it is free text.
std::string how_to_write(const Field& field) {
    const bool is_free = field.type == FieldType::text || field.type == FieldType::table ||
                         (field.type == FieldType::list && field.choices.empty());
    if (field.prompt.empty()) {
        return expected_value(field);
    }
    return field.prompt + (is_free ? "" : " (" + expected_value(field) + ")");
}

/// Labels of what is missing in one place.
struct Group {
    std::string place;
    std::vector<std::string> labels;
};

std::vector<Group> group_by_place(const std::vector<Problem>& problems) {
    std::vector<Group> groups;
    for (const auto& problem : problems) {
        if (!problem.missing) {
            continue;
        }
        const auto& [place, label, needs] = *problem.missing;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& each) {
            return each.place == problem.missing->place;
        });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {place, {}});
        }
        group->labels.push_back(label);
    }
    return groups;
}

} // namespace

Place top_of_note() {
    return {"the note", "at the top of the note"};
}

std::string technique_title(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

Place place_of_block(std::size_t number, const std::string& technique) {
    const auto block = "block " + std::to_string(number);
    return {
        .title = block + " (" + technique_title(technique) + ")",
        .in_file = "in " + block + " (" + technique + ")"};
}

Place place_of_row(const Field& table, std::size_t number, const std::string& path) {
    const auto label = label_in_sentence(table);
    return {
        .title = number == 0 ? label : "row " + std::to_string(number) + " of " + label,
        .in_file = "in " + path};
}

MissingField missing_field(const Field& field, const Place& place) {
    return {
        .place = place.title,
        .label = label_in_sentence(field),
        .needs = field.name + ": " + how_to_write(field)};
}

MissingField missing_one_of(
    const std::vector<const Field*>& fields, const std::string& needs, const Place& place
) {
    constexpr std::size_t most_named = 3;
    std::vector<std::string> labels;
    std::vector<std::string> names;
    for (const auto* field : fields) {
        labels.push_back(label_in_sentence(*field));
        names.push_back(field->name);
    }
    const bool many = labels.size() > most_named;
    return {
        .place = place.title,
        .label = many ? labels.front() + " (or another of its fields)" : join(labels, " or "),
        .needs = join(names, " or ") + ": " + needs};
}

std::string ask_for_missing(const std::vector<Problem>& problems) {
    std::vector<std::string> places;
    for (const auto& group : group_by_place(problems)) {
        places.push_back("to " + group.place + ": " + join(group.labels, ", "));
    }
    return places.empty() ? "" : "Before signing, add " + join(places, "; ") + ".";
}

} // namespace praxis::soap
