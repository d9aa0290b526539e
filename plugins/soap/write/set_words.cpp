// SPDX-License-Identifier: MIT
#include "write/set_words.hpp"

#include "note/note_carried.hpp"
#include "note/note_templates.hpp"
#include "template/template_words.hpp"
#include "write/taken_rows.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace praxis::soap {

namespace {

constexpr std::size_t most_rows = 99; // of a table: more is a slip of the finger

/// Of the word only the path is repeated: its value is a part of somebody's record.
[[noreturn]] void refuse(const std::string& word, const std::string& what, std::string hint = {}) {
    const auto path = word.substr(0, word.find('='));
    throw UsageError("--set " + visible(path) + ": " + what, std::move(hint));
}

std::optional<std::size_t> row_number(const std::string& word) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool is_number = error == std::errc{} && end == word.data() + word.size();
    return is_number ? std::optional{number} : std::nullopt;
}

/// Numbers and truths are read here; what is none of them stays text, which validation judges.
Value read_scalar(const Field& field, const std::string& text) {
    if (field.type == FieldType::whole || field.type == FieldType::number) {
        std::int64_t whole = 0;
        const auto* const last = text.data() + text.size();
        if (const auto [end, error] = std::from_chars(text.data(), last, whole);
            error == std::errc{} && end == last) {
            return whole;
        }
        double number = 0;
        if (const auto [end, error] = std::from_chars(text.data(), last, number);
            error == std::errc{} && end == last) {
            return number;
        }
    }
    return text;
}

Value read_list(const Field& field, const std::string& text) {
    const bool free_words = field.type == FieldType::list && field.choices.empty();
    Value::Array items;
    for (const auto& item : split(text, free_words ? ';' : ',')) {
        if (!trim(item).empty()) {
            items.emplace_back(trim(item));
        }
    }
    return items;
}

Value read_value(const Field& field, const std::string& text) {
    const bool several = field.type == FieldType::list || field.type == FieldType::regions;
    return several ? read_list(field, text) : read_scalar(field, text);
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

/// A technique whose last block was taken out was not used. The note keeps at least one.
/// before  those that had blocks
void take_out_techniques(
    Value& file, const std::set<std::string>& before, std::vector<std::string>& told
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
            told.push_back("technique is without " + id + ", of which no block is left");
        }
    }
}

/// One --set, walked from the top of the note to its field.
class Setter {
  public:
    /// touched  what the command has set before this word
    /// taken    the rows that it takes out; gets the one that this word takes out
    Setter(
        Value& file,
        const std::string& word,
        const TemplateBook& book,
        const std::vector<std::string>& touched,
        TakenRows& taken
    )
        : file_(file), word_(word), book_(book), before_(touched), taken_(taken) {}

    /// Gives the path of the field that was set; nothing when a row is taken out.
    std::optional<std::string> set() {
        const auto equals = word_.find('=');
        if (equals == std::string::npos || equals == 0) {
            refuse(
                word_, "a field, = and its value were expected", "--set assessment.pain_after=3"
            );
        }
        path_ = split(trim(word_.substr(0, equals)), '.');
        value_ = trim(word_.substr(equals + 1));
        name_part();
        const auto first = next("a field or a part of the note", top_names());
        if (first == "block") {
            set_in_block();
        } else if (first == carried_key) {
            end_carrying();
        } else if (const auto* part = find_part(first)) {
            auto& table = file_[first];
            make_table(table);
            set_field(table, part->fields, "a field of " + part->id);
        } else {
            set_value(file_, *find_field(book_.session().fields, first));
        }
        return is_taken_ ? std::nullopt : std::optional{touched_};
    }

  private:
    std::vector<std::string> top_names() const {
        auto names = names_of(book_.session().fields);
        for (const auto& part : book_.parts()) {
            names.push_back(part.id);
        }
        names.emplace_back("block");
        names.emplace_back(carried_key);
        return names;
    }

    const Template* find_part(const std::string& id) const {
        const auto& parts = book_.parts();
        const auto found = std::find_if(parts.begin(), parts.end(), [&id](const auto& part) {
            return part.id == id;
        });
        return found == parts.end() ? nullptr : &*found;
    }

    /// A field that only one part has needs no part before it.
    void name_part() {
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
                word_,
                "there is one in " + join(parts, " and in "),
                "name the part: " + parts.front() + "." + path_.front()
            );
        }
        path_.insert(path_.begin(), parts.begin(), parts.end());
    }

    void end_carrying() {
        if (!value_.empty() || at_ < path_.size()) {
            refuse(word_, "only carried= can be said, when all that was taken over holds");
        }
        file_[carried_key] = Value{};
    }

    /// The next word of the path, which has to be one of those.
    std::string next(const std::string& what, const std::vector<std::string>& names) {
        if (at_ == path_.size()) {
            refuse(word_, what + " was expected behind " + join(path_, "."), join(names, " "));
        }
        const auto& word = path_[at_++];
        touched_ += (touched_.empty() ? "" : ".") + word;
        if (std::find(names.begin(), names.end(), word) == names.end()) {
            const auto meant = did_you_mean(word, names);
            refuse(
                word_,
                "'" + visible(word) + "' is not " + what,
                meant ? "did you mean " + *meant + "?" : "one of " + join(names, " ")
            );
        }
        return word;
    }

    void make_table(Value& value) const {
        if (value.is_null()) {
            value = Value::Object{};
        }
        if (!value.is_object()) {
            refuse(word_, "the note has something else than a table there");
        }
    }

    Value::Array& rows_of(Value& list) const {
        if (list.is_null()) {
            list = Value::Array{};
        }
        if (list.is_object()) { // one table stands for a list of one
            list = Value::Array{std::move(list)};
        }
        if (!list.is_array()) {
            refuse(word_, "the note has something else than a table there");
        }
        return list.as_array();
    }

    /// The number that the path names; 1 when it names none and there is not more than one row.
    std::size_t number_of_row(const Value::Array& rows) {
        const auto number = at_ < path_.size() ? row_number(path_[at_]) : std::nullopt;
        if (number) {
            ++at_;
        } else if (rows.size() > 1) {
            const bool taking = at_ == path_.size();
            refuse(
                word_,
                "there are " + std::to_string(rows.size()) + " of them: which?",
                "put its number in, counted from 1, as in " +
                    (taking ? join(path_, ".") + ".1=" : "block.1.minutes")
            );
        }
        return number.value_or(1);
    }

    /// "block.2=" and "objective.finding=": nothing but a row is named, and no value.
    [[nodiscard]] bool takes_row() const {
        return value_.empty() &&
               (at_ == path_.size() || (at_ + 1 == path_.size() && row_number(path_[at_])));
    }

    void take_row(Value* list) {
        Value none;
        const auto& rows = rows_of(list == nullptr ? none : *list);
        const auto wanted = number_of_row(rows);
        if (wanted < 1 || wanted > rows.size()) {
            const auto count = rows.size();
            refuse(
                word_,
                count == 0   ? "there is none to take out"
                : count == 1 ? "there is one alone to take out"
                             : "there are " + std::to_string(count) + " to take out",
                count == 0   ? "leave it out"
                : count == 1 ? "its number is 1"
                             : "a number from 1 to " + std::to_string(count)
            );
        }
        touched_ += "[" + std::to_string(wanted) + "]";
        refuse_taken();
        const bool is_set = std::any_of(before_.begin(), before_.end(), [this](const auto& path) {
            return is_of_row(path, touched_);
        });
        if (is_set) {
            refuse(
                word_,
                "the same command says something of it",
                "take it out first, and say the rest with: praxis note edit"
            );
        }
        taken_.add(touched_);
        is_taken_ = true;
    }

    void refuse_taken() const {
        if (taken_.holds(touched_)) {
            refuse(word_, "the same command takes it out", "say one of them");
        }
    }

    /// The row that the path names; the only one when it names none.
    Value& row_of(Value& list) {
        auto& rows = rows_of(list);
        const auto wanted = number_of_row(rows);
        if (wanted < 1 || wanted > rows.size() + 1 || wanted > most_rows) {
            refuse(
                word_,
                "there are " + std::to_string(rows.size()) + ": a number from 1 to " +
                    std::to_string(rows.size() + 1) + " was expected"
            );
        }
        if (wanted > rows.size()) {
            rows.emplace_back(Value::Object{});
        }
        touched_ += "[" + std::to_string(wanted) + "]";
        refuse_taken();
        return rows[wanted - 1];
    }

    void set_in_block() {
        if (takes_row()) {
            take_row(file_.find("block"));
            return;
        }
        auto& block = row_of(file_["block"]);
        make_table(block);
        auto fields = book_.block().fields;
        const auto id = technique_of(block);
        if (const auto* technique = book_.find_technique(id)) {
            fields.insert(fields.end(), technique->fields.begin(), technique->fields.end());
        }
        set_field(block, fields, id.empty() ? "a field of every block" : "a field of " + id);
    }

    /// The block's own, or the only one of the note, which it then gets.
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
        const auto& field = *find_field(fields, next(what, names_of(fields)));
        if (field.type == FieldType::table && field.repeatable && takes_row()) {
            take_row(table.find(field.name));
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
            refuse(word_, field.name + " has no fields of its own");
        }
        if (field.type == FieldType::table && !value_.empty()) {
            refuse(word_, field.name + " is a table", "name a column of it, too");
        }
        table[field.name] = value_.empty() ? Value{} : read_value(field, value_);
    }

    Value& file_;
    const std::string& word_;
    const TemplateBook& book_;
    const std::vector<std::string>& before_;
    TakenRows& taken_;
    bool is_taken_ = false;
    std::vector<std::string> path_;
    std::string value_;
    std::string touched_; // the path with the numbers of its rows
    std::size_t at_ = 0;  // of the path: what was not looked at yet
};

} // namespace

std::vector<std::string> apply_sets(
    Value& file,
    const std::vector<std::string>& sets,
    const TemplateBook& book,
    std::vector<std::string>& touched
) {
    TakenRows taken;
    for (const auto& word : sets) {
        if (auto path = Setter{file, word, book, touched, taken}.set()) {
            touched.push_back(std::move(*path));
        }
    }
    if (taken.empty()) {
        return {};
    }
    const auto techniques = techniques_of_blocks(file);
    auto told = taken.take_out(file, touched);
    if (std::find(touched.begin(), touched.end(), "technique") == touched.end()) {
        take_out_techniques(file, techniques, told);
    }
    return told;
}

} // namespace praxis::soap
