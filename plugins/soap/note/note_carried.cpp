// SPDX-License-Identifier: MIT
#include "note/note_carried.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace praxis::soap {

namespace {

bool is_list_of_tables(const Value& value) {
    return value.is_array() && !value.as_array().empty() &&
           std::all_of(value.as_array().begin(), value.as_array().end(), [](const Value& item) {
               return item.is_object();
           });
}

/// "finding[2]" as "finding" and 2; without a number, 0.
std::pair<std::string_view, std::size_t> name_and_number(std::string_view step) {
    const auto bracket = step.find('[');
    std::size_t number = 0;
    if (bracket != std::string_view::npos) {
        std::from_chars(step.data() + bracket + 1, step.data() + step.size(), number);
    }
    return {step.substr(0, bracket), number};
}

/// body  a Value, const or not
auto* walk(auto& body, std::string_view path) {
    auto* found = &body;
    for (const auto& step : split(path, '.')) {
        const auto [name, number] = name_and_number(step);
        found = found->find(name);
        if (found != nullptr && number > 0) {
            const bool there = found->is_array() && number <= found->as_array().size();
            found = there ? &found->as_array()[number - 1] : nullptr;
        }
        if (found == nullptr) {
            break;
        }
    }
    return found;
}

void collect_paths(const Value& table, const std::string& path, std::vector<std::string>& paths) {
    for (const auto& [name, value] : table.as_object()) {
        auto inner = path.empty() ? name : path + "." + name;
        if (value.is_object()) {
            collect_paths(value, inner, paths);
        } else if (is_list_of_tables(value)) {
            std::size_t number = 0;
            for (const auto& row : value.as_array()) {
                collect_paths(row, inner + "[" + std::to_string(++number) + "]", paths);
            }
        } else if (!value.is_null()) {
            paths.push_back(std::move(inner));
        }
    }
}

/// What of one table may be taken over.
class Carrier {
  public:
    explicit Carrier(const CivilTime& began) : today_(began.date.iso()) {}

    Value table(const Value& from, const std::vector<Field>& fields) const {
        Value taken = Value::Object{};
        for (const auto& field : fields) {
            const auto* value = from.find(field.name);
            if (value == nullptr || !field.carried) {
                continue;
            }
            auto copy = field.type == FieldType::table ? rows(*value, field.columns) : *value;
            if (!is_left_behind(field, copy)) {
                taken[field.name] = std::move(copy);
            }
        }
        return taken;
    }

  private:
    [[nodiscard]] Value rows(const Value& value, const std::vector<Field>& columns) const {
        if (value.is_object()) {
            return table(value, columns);
        }
        Value list = Value::Array{};
        for (const auto& row : value.as_array()) {
            if (auto taken = table(row, columns); !taken.as_object().empty()) {
                list.push_back(std::move(taken));
            }
        }
        return list;
    }

    [[nodiscard]] bool is_left_behind(const Field& field, const Value& copy) const {
        const bool is_over = field.future && copy.is_text() && copy.as_text() <= today_;
        return is_over || is_unrecorded(copy);
    }

    std::string today_;
};

Value carry_blocks(const Value& body, const NoteTemplates& templates, const Carrier& carrier) {
    Value blocks = Value::Array{};
    if (const auto* list = body.find("block"); list != nullptr && list->is_array()) {
        for (const auto& block : list->as_array()) {
            blocks.push_back(carrier.table(block, block_fields(block, templates)));
        }
    }
    return blocks;
}

void add_unless_empty(Value& body, const std::string& key, Value value) {
    if (!is_unrecorded(value)) {
        body[key] = std::move(value);
    }
}

void mark(Value& body, const std::string& from, const std::vector<std::string>& paths) {
    if (paths.empty()) {
        std::erase_if(body.as_object(), [](const auto& member) {
            return member.first == carried_key;
        });
        return;
    }
    body[carried_key] =
        Value::Object{{"from", from}, {"fields", Value::Array(paths.begin(), paths.end())}};
}

/// Which technique a block is of is its kind, not something that it says.
bool is_of_the_session(const std::string& path) {
    const bool nested = path.find('.') != std::string::npos;
    return (!nested && path != "minutes") ||
           (path.starts_with("block[") && path.ends_with("].technique"));
}

/// "block[2]" and ".pressure" of "block[2].pressure"; nothing where no row is.
std::pair<std::string, std::string> row_and_rest(const std::string& path) {
    const auto end = path.find(']');
    return end == std::string::npos ? std::pair{std::string{}, path}
                                    : std::pair{path.substr(0, end + 1), path.substr(end + 1)};
}

/// How much of what was carried in the row `then` of `before` stands in the row `now` of the body.
std::size_t likeness(
    const Value& body,
    const std::string& now,
    const Value& before,
    const std::string& then,
    const Carried& carried
) {
    return static_cast<std::size_t>(std::count_if(
        carried.fields.begin(),
        carried.fields.end(),
        [&](const auto& path) {
            const auto [row, rest] = row_and_rest(path);
            const auto* left = row == then ? find_fact(before, path) : nullptr;
            const auto* right = find_fact(body, now + rest);
            return left != nullptr && right != nullptr && *left == *right;
        }
    ));
}

/// Where the field stood before rows were taken out or put in: in the row that is most like its
/// own.
std::string place_before(
    const std::string& path, const Value& body, const Value& before, const Carried& carried
) {
    const auto [row, rest] = row_and_rest(path);
    if (row.empty()) {
        return path;
    }
    const auto list = row.substr(0, row.find('['));
    const auto* rows = find_fact(before, list);
    auto best = row;
    auto most = likeness(body, row, before, row, carried);
    const std::size_t count = rows == nullptr || !rows->is_array() ? 0 : rows->as_array().size();
    for (std::size_t number = 1; number <= count; ++number) {
        const auto candidate = list + "[" + std::to_string(number) + "]";
        if (const auto alike = likeness(body, row, before, candidate, carried); alike > most) {
            best = candidate;
            most = alike;
        }
    }
    return best + rest;
}

} // namespace

bool Carried::holds(std::string_view path) const {
    return std::find(fields.begin(), fields.end(), path) != fields.end();
}

Carried carried_of(const Value& body) {
    Carried carried;
    const auto* table = body.find(carried_key);
    const auto* fields = table == nullptr ? nullptr : table->find("fields");
    if (fields != nullptr && fields->is_array()) {
        carried.from = table->text_at("from");
        for (const auto& field : fields->as_array()) {
            carried.fields.push_back(field.plain());
        }
    }
    return carried;
}

const Value* find_fact(const Value& body, std::string_view path) {
    return walk(body, path);
}

Value* find_fact(Value& body, std::string_view path) {
    return walk(body, path);
}

std::vector<std::string> fact_paths(const Value& body) {
    std::vector<std::string> paths;
    collect_paths(body, "", paths);
    std::erase_if(paths, [](const auto& path) {
        return is_of_the_session(path) || path.starts_with(std::string{carried_key} + ".");
    });
    return paths;
}

Value carry_over(const Note& note, const NoteTemplates& templates, const CivilTime& began) {
    const Carrier carrier{began};
    Value body = Value::Object{};
    if (const auto* session = templates.find_part("session")) {
        body = carrier.table(note.body, session->fields);
    }
    body["date"] = began.str();
    for (const auto* part : parts_of_note(templates)) {
        if (part->id == "assessment") {
            add_unless_empty(body, "block", carry_blocks(note.body, templates, carrier));
        }
        if (const auto* table = note.body.find(part->id)) {
            add_unless_empty(body, part->id, carrier.table(*table, part->fields));
        }
    }
    mark(body, note.id.str(), fact_paths(body));
    return body;
}

void settle_carried(Value& body, const Value& before, const std::vector<std::string>& touched) {
    const auto carried = carried_of(body);
    std::vector<std::string> kept;
    for (const auto& path : fact_paths(body)) {
        const auto then = place_before(path, body, before, carried);
        const bool stands = carried.holds(then) && find_fact(before, then) != nullptr &&
                            *find_fact(before, then) == *find_fact(body, path);
        if (stands && std::find(touched.begin(), touched.end(), path) == touched.end()) {
            kept.push_back(path);
        }
    }
    mark(body, carried.from, kept);
}

bool is_all_carried(const Value& body) {
    const auto carried = carried_of(body);
    const auto paths = fact_paths(body);
    return !carried.fields.empty() &&
           std::all_of(paths.begin(), paths.end(), [&carried](const auto& path) {
               return carried.holds(path);
           });
}

} // namespace praxis::soap
