// SPDX-License-Identifier: MIT
#include "write/field_assignments.hpp"

#include "note/note_copied.hpp"
#include "note/note_templates.hpp"
#include "template/field_text.hpp"
#include "write/assigned_value.hpp"
#include "write/removed_rows.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace praxis::soap {

namespace {

constexpr std::size_t most_rows = 99; // of a table: a larger number is a typing mistake

/// The message repeats only the path: the value is part of a client's record.
[[noreturn]] void
refuse(const std::string& assignment, const std::string& what, std::string hint = {}) {
    const auto path = assignment.substr(0, assignment.find('='));
    throw UsageError("--set " + visible(path) + ": " + what, std::move(hint));
}

std::optional<std::size_t> parse_row_number(const std::string& word) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool is_number = error == std::errc{} && end == word.data() + word.size();
    return is_number ? std::optional{number} : std::nullopt;
}

std::set<std::string> techniques_of_blocks(const Value& file) {
    std::set<std::string> techniques;
    if (const auto* const blocks = file.find("block"); blocks != nullptr && blocks->is_array()) {
        for (const auto& block : blocks->as_array()) {
            techniques.insert(block.text_at("technique"));
        }
    }
    return techniques;
}

/// Removes each technique whose last block was removed. The note keeps at least one.
/// before  the techniques that had blocks
void remove_unused_techniques(
    Value& file, const std::set<std::string>& before, std::vector<std::string>& messages
) {
    auto* const named = file.find("technique");
    if (named == nullptr || !named->is_array()) {
        return;
    }
    const auto left = techniques_of_blocks(file);
    auto& list = named->as_array();
    for (const auto& id : before) {
        const auto at = std::find(list.begin(), list.end(), Value{id});
        if (!left.contains(id) && at != list.end() && list.size() > 1) {
            list.erase(at);
            messages.push_back("removed the technique " + id + ": it has no block left");
        }
    }
}

/// Applies one --set: follows its path from the top of the note to the field.
class FieldSetter {
  public:
    /// touched  the paths that the command has already set
    /// removed  the rows that the command removes; gets the row of this assignment
    FieldSetter(
        Value& file,
        const std::string& assignment,
        const TemplateBook& book,
        const std::vector<std::string>& touched,
        RemovedRows& removed
    )
        : file_(file), assignment_(assignment), book_(book), before_(touched), removed_(removed) {}

    /// Returns the path of the field that was set; nothing when a row is removed.
    std::optional<std::string> set() {
        const auto equals = assignment_.find('=');
        if (equals == std::string::npos || equals == 0) {
            refuse(assignment_, "write FIELD=VALUE", "--set assessment.pain_after=3");
        }
        path_ = split(trim(assignment_.substr(0, equals)), '.');
        value_ = trim(assignment_.substr(equals + 1));
        add_part_name();
        const auto first = next_name("a field or a part of the note", top_names());
        if (first == "block") {
            set_in_block();
        } else if (first == copied_key) {
            confirm_copied_fields();
        } else if (const auto* part = find_part(first)) {
            auto& table = file_[first];
            make_table(table);
            set_field(table, part->fields, "a field of " + part->id);
        } else {
            set_value(file_, *find_field(book_.session().fields, first));
        }
        return is_removed_ ? std::nullopt : std::optional{touched_};
    }

  private:
    std::vector<std::string> top_names() const {
        auto names = names_of(book_.session().fields);
        for (const auto& part : book_.parts()) {
            names.push_back(part.id);
        }
        names.emplace_back("block");
        names.emplace_back(copied_key);
        return names;
    }

    const Template* find_part(const std::string& id) const {
        const auto& parts = book_.parts();
        const auto found = std::find_if(parts.begin(), parts.end(), [&id](const auto& part) {
            return part.id == id;
        });
        return found == parts.end() ? nullptr : &*found;
    }

    /// Adds the part before a field that only one part has.
    void add_part_name() {
        const auto names = top_names();
        if (std::find(names.begin(), names.end(), path_.front()) != names.end()) {
            return;
        }
        std::vector<std::string> parts;
        for (const auto& part : book_.parts()) {
            if (find_field(part.fields, path_.front()) != nullptr) {
                parts.push_back(part.id);
            }
        }
        if (parts.size() > 1) {
            refuse(
                assignment_,
                "several parts have this field: " + join(parts, ", "),
                "name the part: " + parts.front() + "." + path_.front()
            );
        }
        path_.insert(path_.begin(), parts.begin(), parts.end());
    }

    void confirm_copied_fields() {
        if (!value_.empty() || at_ < path_.size()) {
            refuse(assignment_, "write carried= without a value: it confirms all copied fields");
        }
        file_[copied_key] = Value{};
    }

    /// The next name of the path, which must be one of `names`.
    std::string next_name(const std::string& what, const std::vector<std::string>& names) {
        if (at_ == path_.size()) {
            refuse(
                assignment_,
                what + " is missing after " + join(path_, "."),
                "choose from " + join(names, ", ")
            );
        }
        const auto& word = path_[at_++];
        touched_ += (touched_.empty() ? "" : ".") + word;
        if (std::find(names.begin(), names.end(), word) == names.end()) {
            const auto meant = did_you_mean(word, names);
            refuse(
                assignment_,
                "'" + visible(word) + "' is not " + what,
                meant ? "did you mean " + *meant + "?" : "choose from " + join(names, ", ")
            );
        }
        return word;
    }

    void make_table(Value& value) const {
        if (value.is_null()) {
            value = Value::Object{};
        }
        if (!value.is_object()) {
            refuse(assignment_, "the note does not have a table here");
        }
    }

    Value::Array& rows_of(Value& list) const {
        if (list.is_null()) {
            list = Value::Array{};
        }
        if (list.is_object()) { // a single table counts as a list of one
            list = Value::Array{std::move(list)};
        }
        if (!list.is_array()) {
            refuse(assignment_, "the note does not have a table here");
        }
        return list.as_array();
    }

    /// The row number of the path; 1 when it has none and there is at most one row.
    std::size_t number_of_row(const Value::Array& rows) {
        const auto number = at_ < path_.size() ? parse_row_number(path_[at_]) : std::nullopt;
        if (number) {
            ++at_;
        } else if (rows.size() > 1) {
            const bool removes = at_ == path_.size();
            refuse(
                assignment_,
                "the note has " + std::to_string(rows.size()) + " of these: name one by its number",
                "numbers count from 1, as in " +
                    (removes ? join(path_, ".") + ".1=" : "block.1.minutes")
            );
        }
        return number.value_or(1);
    }

    /// Whether the path names a row and the value is empty: "block.2=", "objective.finding=".
    [[nodiscard]] bool is_row_removal() const {
        return value_.empty() &&
               (at_ == path_.size() || (at_ + 1 == path_.size() && parse_row_number(path_[at_])));
    }

    void remove_row(Value* list) {
        Value none;
        const auto& rows = rows_of(list == nullptr ? none : *list);
        const auto wanted = number_of_row(rows);
        if (wanted < 1 || wanted > rows.size()) {
            refuse_missing_row(rows.size());
        }
        touched_ += "[" + std::to_string(wanted) + "]";
        refuse_removed_row();
        const bool is_set = std::any_of(before_.begin(), before_.end(), [this](const auto& path) {
            return is_in_row(path, touched_);
        });
        if (is_set) {
            refuse(
                assignment_,
                "the same command sets a field of this row",
                "remove the row first, then set the field with praxis note edit"
            );
        }
        removed_.add(touched_);
        is_removed_ = true;
    }

    /// count  the rows that there are
    [[noreturn]] void refuse_missing_row(std::size_t count) const {
        refuse(
            assignment_,
            count == 0   ? "there is no row to remove"
            : count == 1 ? "there is only row 1 to remove"
                         : "there are only " + std::to_string(count) + " rows to remove",
            count == 0   ? "leave out this option"
            : count == 1 ? "use the number 1"
                         : "use a number from 1 to " + std::to_string(count)
        );
    }

    void refuse_removed_row() const {
        if (removed_.contains(touched_)) {
            refuse(
                assignment_, "the same command removes this row", "use only one of the two options"
            );
        }
    }

    /// The row of the path; the only row when the path names none.
    Value& row_of(Value& list) {
        auto& rows = rows_of(list);
        const auto wanted = number_of_row(rows);
        if (wanted < 1 || wanted > rows.size() + 1 || wanted > most_rows) {
            refuse(
                assignment_,
                rows.empty() ? "there is no row yet: use the number 1"
                             : "the next row has the number " + std::to_string(rows.size() + 1)
            );
        }
        if (wanted > rows.size()) {
            rows.emplace_back(Value::Object{});
        }
        touched_ += "[" + std::to_string(wanted) + "]";
        refuse_removed_row();
        return rows[wanted - 1];
    }

    void set_in_block() {
        if (is_row_removal()) {
            remove_row(file_.find("block"));
            return;
        }
        auto& block = row_of(file_["block"]);
        make_table(block);
        auto fields = book_.block().fields;
        const auto id = technique_of(block);
        if (const auto* technique = book_.find_technique(id)) {
            fields = fields_of_block(book_.block(), *technique);
        }
        set_field(block, fields, id.empty() ? "a field of every block" : "a field of " + id);
    }

    /// The technique of the block. A block without one gets the note's only technique.
    std::string technique_of(Value& block) {
        if (auto id = block.text_at("technique"); !id.empty()) {
            return id;
        }
        const auto* named = file_.find("technique");
        const bool one = named != nullptr && named->is_array() && named->as_array().size() == 1;
        auto id = one                                    ? named->as_array().front().plain()
                  : named != nullptr && named->is_text() ? named->as_text()
                                                         : "";
        if (!id.empty() && path_.back() != "technique") {
            block["technique"] = id;
        }
        return id;
    }

    void set_field(Value& table, const std::vector<Field>& fields, const std::string& what) {
        const auto& field = *find_field(fields, next_name(what, names_of(fields)));
        if (field.type == FieldType::table && field.repeatable && is_row_removal()) {
            remove_row(table.find(field.name));
            return;
        }
        if (field.type == FieldType::table && at_ < path_.size()) {
            auto& inner = table[field.name];
            auto& row = field.repeatable ? row_of(inner) : inner;
            make_table(row);
            set_field(row, field.columns, "a column of " + field.name);
            return;
        }
        set_value(table, field);
    }

    void set_value(Value& table, const Field& field) {
        if (at_ < path_.size()) {
            refuse(assignment_, field.name + " has no fields");
        }
        if (field.type == FieldType::table && !value_.empty()) {
            refuse(assignment_, field.name + " is a table", "add the name of a column");
        }
        table[field.name] = value_.empty() ? Value{} : read_assigned_value(field, value_);
    }

    Value& file_;
    const std::string& assignment_;
    const TemplateBook& book_;
    const std::vector<std::string>& before_;
    RemovedRows& removed_;
    bool is_removed_ = false;
    std::vector<std::string> path_;
    std::string value_;
    std::string touched_; // the path with the numbers of its rows
    std::size_t at_ = 0;  // index of the next name of the path
};

} // namespace

std::vector<std::string> apply_assignments(
    Value& file,
    const std::vector<std::string>& sets,
    const TemplateBook& book,
    std::vector<std::string>& touched
) {
    RemovedRows removed;
    for (const auto& word : sets) {
        if (auto path = FieldSetter{file, word, book, touched, removed}.set()) {
            touched.push_back(std::move(*path));
        }
    }
    if (removed.empty()) {
        return {};
    }
    const auto techniques = techniques_of_blocks(file);
    auto messages = removed.remove_from(file, touched);
    if (std::find(touched.begin(), touched.end(), "technique") == touched.end()) {
        remove_unused_techniques(file, techniques, messages);
    }
    return messages;
}

} // namespace praxis::soap
