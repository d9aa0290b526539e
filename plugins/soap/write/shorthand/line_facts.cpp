// SPDX-License-Identifier: MIT
#include "note/note_templates.hpp"
#include "template/field_text.hpp"
#include "write/shorthand/line_reader.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

// The facts so far

bool LineReader::has(const char* field) const {
    return find_field(target_.fields, field) != nullptr;
}

/// Whether the word is a choice of the block or row.
bool LineReader::has_choice(const std::string& word) const {
    const auto& fields = target_.fields;
    return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
        return has_choices(field) && find_choice(vocabulary_.expand_choice(word), field.choices);
    });
}

std::string LineReader::own_value(const std::string& name) const {
    const auto found =
        std::find_if(own_.begin(), own_.end(), [&](const auto& fact) { return fact.path == name; });
    return found == own_.end() ? std::string{} : found->value;
}

/// Adds a fact of the block or row, or of the session when the line is about that.
void LineReader::add_fact(const std::string& name, const std::string& value) {
    auto& facts = target_.fields.empty() ? of_note_ : own_;
    const auto known = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) {
        return fact.path == name;
    });
    if (known == facts.end()) {
        facts.push_back({name, value});
        return;
    }
    const auto* field = find_field(target_.fields, name);
    if (field == nullptr || field->type != FieldType::list) {
        refuse_work(name + " is given twice", "give it once");
    }
    known->value += "," + value;
}

void LineReader::assign_or_refuse(
    const std::string& word, const std::string& name, const std::string& value
) {
    if (!assign(name, value)) {
        refuse_token(word);
    }
}

/// Adds the value of a field of the block, of the top of the note, or of a part. False when
/// there is no such field.
bool LineReader::assign(const std::string& name, const std::string& value) {
    if (const auto* field = find_field(target_.fields, name)) {
        add_fact(name, has_choices(*field) ? choices_of(value) : value);
        return true;
    }
    std::vector<std::string> paths;
    for (const auto& part : book_.parts()) {
        for (const auto& field : part.fields) {
            if (name == field.name || name == part.id + "." + field.name) {
                paths.push_back(part.id + "." + field.name);
            }
        }
    }
    if (find_field(book_.session().fields, name) != nullptr) {
        paths = {name};
    }
    if (paths.size() > 1) {
        refuse_work(
            "'" + name + "' can be " + join(paths, " or "), "write the part before the field"
        );
    }
    if (paths.empty()) {
        return false;
    }
    const auto again = std::find_if(of_note_.begin(), of_note_.end(), [&](const auto& fact) {
        return fact.path == paths.front();
    });
    if (again != of_note_.end()) {
        refuse_work(paths.front() + " is given twice", "give it once");
    }
    of_note_.push_back({paths.front(), value});
    return true;
}

std::string LineReader::choices_of(const std::string& value) const {
    std::vector<std::string> items;
    for (const auto& item : split(value, ',')) {
        items.push_back(vocabulary_.expand_choice(trim(item)));
    }
    return join(items, ",");
}

} // namespace praxis::soap
