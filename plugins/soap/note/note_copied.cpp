// SPDX-License-Identifier: MIT
#include "note/note_copied.hpp"

#include "note/note_body.hpp"

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
auto* find_by_path(auto& body, std::string_view path) {
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

/// Copies the fields of a table that its template lets copy.
class FieldCopier {
  public:
    explicit FieldCopier(const CivilTime& began) : today_(began.date.iso()) {}

    Value copy_table(const Value& from, const std::vector<Field>& fields) const {
        Value taken = Value::Object{};
        for (const auto& field : fields) {
            const auto* value = from.find(field.name);
            if (value == nullptr || !field.copied) {
                continue;
            }
            auto copy = field.type == FieldType::table ? copy_rows(*value, field.columns) : *value;
            if (!is_left_out(field, copy)) {
                taken[field.name] = std::move(copy);
            }
        }
        return taken;
    }

  private:
    [[nodiscard]] Value copy_rows(const Value& value, const std::vector<Field>& columns) const {
        if (value.is_object()) {
            return copy_table(value, columns);
        }
        Value list = Value::Array{};
        for (const auto& row : value.as_array()) {
            if (auto taken = copy_table(row, columns); !taken.as_object().empty()) {
                list.push_back(std::move(taken));
            }
        }
        return list;
    }

    [[nodiscard]] bool is_left_out(const Field& field, const Value& copy) const {
        const bool is_over = field.future && copy.is_text() && copy.as_text() <= today_;
        return is_over || is_unrecorded(copy);
    }

    std::string today_;
};

Value copy_blocks(const Value& body, const NoteTemplates& templates, const FieldCopier& copier) {
    Value blocks = Value::Array{};
    for (const auto& block : NoteBody{body}.blocks()) {
        blocks.push_back(copier.copy_table(block.table(), block_fields(block.table(), templates)));
    }
    return blocks;
}

void add_unless_empty(Value& body, const std::string& key, Value value) {
    if (!is_unrecorded(value)) {
        body[key] = std::move(value);
    }
}

void mark_copied(Value& body, const std::string& from, const std::vector<std::string>& paths) {
    if (paths.empty()) {
        std::erase_if(body.as_object(), [](const auto& member) {
            return member.first == copied_key;
        });
        return;
    }
    body[copied_key] =
        Value::Object{{"from", from}, {"fields", Value::Array(paths.begin(), paths.end())}};
}

/// The technique of a block is its kind, not a finding.
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

/// The number of copied fields with equal values in row `then` of `before` and row `now` of the
/// body.
std::size_t count_matching_fields(
    const Value& body,
    const std::string& now,
    const Value& before,
    const std::string& then,
    const CopiedFields& copied
) {
    return static_cast<std::size_t>(std::count_if(
        copied.fields.begin(),
        copied.fields.end(),
        [&](const auto& path) {
            const auto [row, rest] = row_and_rest(path);
            const auto* left = row == then ? find_fact(before, path) : nullptr;
            const auto* right = find_fact(body, now + rest);
            return left != nullptr && right != nullptr && *left == *right;
        }
    ));
}

/// The path that the field had before rows were removed or added: in the row most like its own.
std::string find_earlier_path(
    const std::string& path, const Value& body, const Value& before, const CopiedFields& copied
) {
    const auto [row, rest] = row_and_rest(path);
    if (row.empty()) {
        return path;
    }
    const auto list = row.substr(0, row.find('['));
    const auto* rows = find_fact(before, list);
    auto best = row;
    auto most = count_matching_fields(body, row, before, row, copied);
    const std::size_t count = rows == nullptr || !rows->is_array() ? 0 : rows->as_array().size();
    for (std::size_t number = 1; number <= count; ++number) {
        const auto candidate = list + "[" + std::to_string(number) + "]";
        if (const auto alike = count_matching_fields(body, row, before, candidate, copied);
            alike > most) {
            best = candidate;
            most = alike;
        }
    }
    return best + rest;
}

} // namespace

bool CopiedFields::contains(std::string_view path) const {
    return std::find(fields.begin(), fields.end(), path) != fields.end();
}

CopiedFields read_copied_fields(const Value& body) {
    CopiedFields copied;
    const auto* table = body.find(copied_key);
    const auto* fields = table == nullptr ? nullptr : table->find("fields");
    if (fields != nullptr && fields->is_array()) {
        copied.from = table->text_at("from");
        for (const auto& field : fields->as_array()) {
            copied.fields.push_back(field.plain());
        }
    }
    return copied;
}

const Value* find_fact(const Value& body, std::string_view path) {
    return find_by_path(body, path);
}

Value* find_fact(Value& body, std::string_view path) {
    return find_by_path(body, path);
}

std::vector<std::string> fact_paths(const Value& body) {
    std::vector<std::string> paths;
    collect_paths(body, "", paths);
    std::erase_if(paths, [](const auto& path) {
        return is_of_the_session(path) || path.starts_with(std::string{copied_key} + ".");
    });
    return paths;
}

Value copy_note_body(const Note& note, const NoteTemplates& templates, const CivilTime& began) {
    const FieldCopier copier{began};
    Value body = Value::Object{};
    if (const auto* session = templates.find_part("session")) {
        body = copier.copy_table(note.body, session->fields);
    }
    body["date"] = began.str();
    for (const auto* part : parts_of_note(templates)) {
        if (part->id == "assessment") {
            add_unless_empty(body, "block", copy_blocks(note.body, templates, copier));
        }
        if (const auto* table = note.body.find(part->id)) {
            add_unless_empty(body, part->id, copier.copy_table(*table, part->fields));
        }
    }
    mark_copied(body, note.id.str(), fact_paths(body));
    return body;
}

void update_copied_fields(
    Value& body, const Value& before, const std::vector<std::string>& touched
) {
    const auto copied = read_copied_fields(body);
    std::vector<std::string> kept;
    for (const auto& path : fact_paths(body)) {
        const auto then = find_earlier_path(path, body, before, copied);
        const bool is_unchanged = copied.contains(then) && find_fact(before, then) != nullptr &&
                                  *find_fact(before, then) == *find_fact(body, path);
        if (is_unchanged && std::find(touched.begin(), touched.end(), path) == touched.end()) {
            kept.push_back(path);
        }
    }
    mark_copied(body, copied.from, kept);
}

bool is_all_copied(const Value& body) {
    const auto copied = read_copied_fields(body);
    const auto paths = fact_paths(body);
    return !copied.fields.empty() &&
           std::all_of(paths.begin(), paths.end(), [&copied](const auto& path) {
               return copied.contains(path);
           });
}

} // namespace praxis::soap
