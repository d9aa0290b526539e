// SPDX-License-Identifier: MIT
#include "template/template.hpp"
#include "template/template_words.hpp"

#include <praxis/digest.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

namespace praxis::soap {

namespace {

const std::vector<std::string> check_kinds{
    "differ", "ascending", "one-of", "needed", "expected", "heat-dose"};

bool is_name_character(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/// "hold_seconds" with '_', "deep-tissue" with '-'.
bool is_name(std::string_view word, char joint) {
    if (word.empty() || word.front() < 'a' || word.front() > 'z' || word.back() == joint) {
        return false;
    }
    return std::all_of(word.begin(), word.end(), [joint](char letter) {
        return is_name_character(letter) || letter == joint;
    });
}

/// "hold_seconds" -> "Hold seconds"
std::string label_of(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    if (!name.empty()) {
        name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    }
    return name;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_duplicate(const std::vector<std::string>& words) {
    return std::set<std::string>{words.begin(), words.end()}.size() != words.size();
}

std::vector<std::string> names_of(const std::vector<Field>& fields) {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        names.push_back(field.name);
    }
    return names;
}

class Reader {
  public:
    Reader(std::string_view text, std::vector<Problem>& problems)
        : lines_(split(text, '\n')), problems_(problems) {}

    Template read(const Value& root) {
        Template made;
        const bool technique = root.find("technique") != nullptr;
        const std::string head = technique ? "technique" : "part";
        know(root, {head, "field", "computed", "check"}, "the file");
        const auto* const about = root.find(head);
        if (about == nullptr || !about->is_object()) {
            wrong(1, "", "the file", "[technique] is missing", "begin with [technique] and id");
            return made;
        }
        read_about(*about, head, made);
        for (const auto* const table : tables(root, "field", "the file")) {
            made.fields.push_back(read_field(*table, "field", made.fields.size() + 1));
            if (technique) {
                refuse_common(*table, "field", made.fields.back().name);
            }
        }
        refuse_twice(root, "field", made.fields);
        know_neighbours(root, "field", made.fields);
        for (const auto* const table : tables(root, "computed", "the file")) {
            made.computed.push_back(read_computed(*table, made));
            refuse_common(*table, "computed", made.computed.back().name);
        }
        for (const auto* const table : tables(root, "check", "the file")) {
            made.checks.push_back(read_check(*table, made));
        }
        return made;
    }

  private:
    /// Where a key stands in its line, counted from 1 in characters.
    [[nodiscard]] int column_of(int line, std::string_view key) const {
        if (line < 1 || static_cast<std::size_t>(line) > lines_.size()) {
            return 0;
        }
        const auto& text = lines_[static_cast<std::size_t>(line) - 1];
        auto found = key.empty() ? std::string::npos : text.find(key);
        if (found == std::string::npos) {
            found = std::min(text.find_first_not_of(" \t"), text.size());
        }
        const auto is_first_byte = [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        };
        return 1 +
               static_cast<int>(std::count_if(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(found), is_first_byte
               ));
    }

    void wrong(
        int line, std::string_view key, std::string path, std::string message, std::string hint = {}
    ) {
        problems_.push_back(
            {.weight = Problem::Weight::error,
             .path = std::move(path),
             .message = std::move(message),
             .hint = std::move(hint),
             .line = line,
             .column = column_of(line, key)}
        );
    }

    void wrong_kind(
        const Value& found, std::string_view key, const std::string& path, std::string_view expected
    ) {
        wrong(
            found.line(),
            key,
            path,
            std::string{key} + ": " + std::string{expected} + " was expected, found " +
                found_kind(found)
        );
    }

    void know(const Value& table, const std::vector<std::string>& keys, const std::string& path) {
        if (!table.is_object()) {
            return;
        }
        for (const auto& [key, value] : table.as_object()) {
            if (contains(keys, key)) {
                continue;
            }
            const auto meant = did_you_mean(key, keys);
            wrong(
                value.line(),
                key,
                path,
                "there is no key " + key + " here",
                meant ? "did you mean " + *meant + "?" : "known here: " + join(keys, ", ")
            );
        }
    }

    std::string
    text(const Value& table, std::string_view key, const std::string& path, bool needed = false) {
        const auto* const value = table.find(key);
        if (value == nullptr) {
            if (needed) {
                wrong(table.line(), "", path, std::string{key} + " is missing");
            }
            return {};
        }
        if (!value->is_text()) {
            wrong_kind(*value, key, path, "text in quotes");
            return {};
        }
        if (needed && trim(value->as_text()).empty()) {
            wrong(value->line(), key, path, std::string{key} + " is empty");
        }
        return value->as_text();
    }

    std::vector<std::string>
    texts(const Value& table, std::string_view key, const std::string& path) {
        const auto* const value = table.find(key);
        if (value == nullptr) {
            return {};
        }
        if (value->is_text()) {
            return {value->as_text()};
        }
        std::vector<std::string> list;
        if (!value->is_array()) {
            wrong_kind(*value, key, path, "a list of texts");
            return list;
        }
        for (const auto& item : value->as_array()) {
            if (item.is_text()) {
                list.push_back(item.as_text());
            } else {
                wrong_kind(item, key, path, "a list of texts");
            }
        }
        return list;
    }

    std::optional<double>
    number(const Value& table, std::string_view key, const std::string& path) {
        const auto* const value = table.find(key);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_number()) {
            wrong_kind(*value, key, path, "a number");
            return std::nullopt;
        }
        return value->as_number();
    }

    int whole(const Value& table, std::string_view key, const std::string& path, int otherwise) {
        const auto* const value = table.find(key);
        if (value == nullptr) {
            return otherwise;
        }
        if (!value->is_integer() || value->as_integer() < 1 || value->as_integer() > 1000000) {
            wrong_kind(*value, key, path, "a whole number from 1 on");
            return otherwise;
        }
        return static_cast<int>(value->as_integer());
    }

    bool yes(const Value& table, std::string_view key, const std::string& path) {
        const auto* const value = table.find(key);
        if (value != nullptr && !value->is_bool()) {
            wrong_kind(*value, key, path, "true or false");
        }
        return value != nullptr && value->is_bool() && value->as_bool();
    }

    std::vector<const Value*>
    tables(const Value& parent, std::string_view key, const std::string& path) {
        const auto* const value = parent.find(key);
        std::vector<const Value*> found;
        if (value == nullptr) {
            return found;
        }
        if (!value->is_array()) {
            wrong_kind(*value, key, path, "[[" + std::string{key} + "]]");
            return found;
        }
        for (const auto& item : value->as_array()) {
            if (item.is_object()) {
                found.push_back(&item);
            } else {
                wrong_kind(item, key, path, "[[" + std::string{key} + "]]");
            }
        }
        return found;
    }

    void read_about(const Value& about, const std::string& head, Template& made) {
        const auto path = "[" + head + "]";
        know(about, {"id", "name", "summary", "version", "source"}, path);
        made.id = text(about, "id", path, true);
        if (!made.id.empty() && !is_name(made.id, '-')) {
            wrong(
                about.find("id")->line(),
                "id",
                path,
                "an id has small letters, digits and dashes only, such as hot-stone"
            );
        }
        made.name = text(about, "name", path, true);
        made.summary = text(about, "summary", path);
        made.version = whole(about, "version", path, 1);
        made.sources = texts(about, "source", path);
    }

    Field read_field(const Value& table, const std::string& noun, std::size_t number) {
        Field field;
        auto path = noun + " " + std::to_string(number);
        field.name = text(table, "name", path, true);
        if (!field.name.empty()) {
            path = noun + " " + field.name;
        }
        std::vector<std::string> keys{
            "name",
            "label",
            "type",
            "choices",
            "unit",
            "minimum",
            "maximum",
            "warn_below",
            "warn_above",
            "required",
            "required_with",
            "repeatable",
            "prompt",
            "help",
            "source",
            "future",
            "carried"};
        if (noun == "field") {
            keys.emplace_back("column");
        }
        know(table, keys, path);
        if (!field.name.empty() && !is_name(field.name, '_')) {
            wrong(
                table.find("name")->line(),
                "name",
                path,
                "a name has small letters, digits and underscores only, such as hold_seconds"
            );
        }
        field.label = text(table, "label", path);
        if (field.label.empty()) {
            field.label = label_of(field.name);
        }
        field.unit = text(table, "unit", path);
        field.prompt = text(table, "prompt", path);
        field.help = text(table, "help", path);
        field.source = text(table, "source", path);
        field.required = yes(table, "required", path);
        field.required_with = texts(table, "required_with", path);
        field.repeatable = yes(table, "repeatable", path);
        field.future = yes(table, "future", path);
        const bool asked_anew = field.unit == "NPRS" ||
                                (table.find("carried") != nullptr && !yes(table, "carried", path));
        field.carried = !asked_anew;
        field.choices = texts(table, "choices", path);
        if ((field.required || !field.required_with.empty()) && trim(field.prompt).empty()) {
            wrong(
                table.line(),
                "",
                path,
                "prompt is missing: a field that signing needs must be asked for"
            );
        }
        if (read_type(table, path, field)) {
            read_range(table, path, field);
        }
        return field;
    }

    /// Whether there is such a type; what hangs on it is not looked at otherwise.
    bool read_type(const Value& table, const std::string& path, Field& field) {
        const auto word = text(table, "type", path, true);
        const auto type = type_of(word);
        if (!type) {
            if (!word.empty()) {
                const auto meant = did_you_mean(word, all_type_names());
                wrong(
                    table.find("type")->line(),
                    "type",
                    path,
                    "there is no such type",
                    meant ? "did you mean " + *meant + "?"
                          : "the types: " + join(all_type_names(), ", ")
                );
            }
            return false;
        }
        field.type = *type;
        const auto only_for = [&](std::string_view key, bool fits, const std::string& types) {
            if (const auto* const value = table.find(key); value != nullptr && !fits) {
                wrong(
                    value->line(),
                    key,
                    path,
                    std::string{key} + " is for the type " + types + " only"
                );
            }
        };
        const bool lists = field.type == FieldType::choice || field.type == FieldType::list;
        only_for("choices", lists, "choice or list");
        only_for("repeatable", field.type == FieldType::table, "table");
        only_for("column", field.type == FieldType::table, "table");
        only_for("future", field.type == FieldType::date, "date");
        if (field.type == FieldType::choice && field.choices.empty()) {
            wrong(
                table.line(), "", path, "choices are missing: a choice needs words to choose from"
            );
        }
        if (const auto* const choices = table.find("choices")) {
            if (has_duplicate(field.choices)) {
                wrong(choices->line(), "choices", path, "choices: a word stands there twice");
            }
            if (contains(field.choices, "")) {
                wrong(choices->line(), "choices", path, "choices: a word is empty");
            }
        }
        if (field.type == FieldType::table) {
            read_columns(table, path, field);
        }
        return true;
    }

    void read_columns(const Value& table, const std::string& path, Field& field) {
        for (const auto* const column : tables(table, "column", path)) {
            field.columns.push_back(read_field(*column, path + ", column", field.columns.size() + 1)
            );
            if (field.columns.back().type == FieldType::table) {
                wrong(column->line(), "", path, "a column cannot be a table itself");
            }
        }
        if (field.columns.empty()) {
            wrong(table.line(), "", path, "a table needs at least one [[field.column]]");
        }
        refuse_twice(table, "column", field.columns);
        know_neighbours(table, "column", field.columns);
    }

    void read_range(const Value& table, const std::string& path, Field& field) {
        field.minimum = number(table, "minimum", path);
        field.maximum = number(table, "maximum", path);
        field.warn_below = number(table, "warn_below", path);
        field.warn_above = number(table, "warn_above", path);
        const bool counts = field.type == FieldType::whole || field.type == FieldType::number ||
                            field.type == FieldType::temperature;
        for (const auto* const key : {"minimum", "maximum", "warn_below", "warn_above"}) {
            if (const auto* const value = table.find(key); value != nullptr && !counts) {
                wrong(
                    value->line(),
                    key,
                    path,
                    std::string{key} + " is for numbers and temperatures only"
                );
            }
        }
        in_order(table, path, {"minimum", field.minimum}, {"maximum", field.maximum});
        in_order(table, path, {"minimum", field.minimum}, {"warn_below", field.warn_below});
        in_order(table, path, {"warn_below", field.warn_below}, {"warn_above", field.warn_above});
        in_order(table, path, {"warn_above", field.warn_above}, {"maximum", field.maximum});
        if (field.type == FieldType::temperature && !field.unit.empty() && field.unit != "C") {
            wrong(
                table.find("unit")->line(),
                "unit",
                path,
                "unit: the range of a temperature is given in C",
                "the note itself may have C or F"
            );
        }
    }

    using Limit = std::pair<const char*, std::optional<double>>;

    void
    in_order(const Value& table, const std::string& path, const Limit& low, const Limit& high) {
        if (low.second && high.second && *low.second > *high.second) {
            wrong(
                table.find(high.first)->line(),
                high.first,
                path,
                std::string{low.first} + " " + Value{*low.second}.plain() + " is above " +
                    high.first + " " + Value{*high.second}.plain()
            );
        }
    }

    /// A technique's fields stand beside those that every block has.
    void refuse_common(const Value& table, const std::string& noun, const std::string& name) {
        if (contains({"technique", "region", "side", "minutes", "text"}, name)) {
            wrong(
                table.find("name")->line(),
                "name",
                noun + " " + name,
                "every block has that field already",
                "leave it out, or give it another name"
            );
        }
    }

    /// What a field is required with stands beside it.
    void
    know_neighbours(const Value& parent, const std::string& key, const std::vector<Field>& fields) {
        std::size_t index = 0;
        for (const auto* const table : tables_seen(parent, key)) {
            const auto& field = fields[index++];
            for (const auto& name : field.required_with) {
                if (!contains(names_of(fields), name)) {
                    wrong(
                        table->find("required_with")->line(),
                        "required_with",
                        key + " " + field.name,
                        "required_with: there is no " + name + " beside it"
                    );
                }
            }
        }
    }

    void
    refuse_twice(const Value& parent, const std::string& key, const std::vector<Field>& fields) {
        std::set<std::string> seen;
        std::size_t index = 0;
        for (const auto* const table : tables_seen(parent, key)) {
            const auto& name = fields[index++].name;
            if (!name.empty() && !seen.insert(name).second) {
                wrong(
                    table->find("name")->line(),
                    "name",
                    key + " " + name,
                    "the name stands there twice"
                );
            }
        }
    }

    /// The tables that `tables` found, without telling once more what is wrong with the others.
    static std::vector<const Value*> tables_seen(const Value& parent, std::string_view key) {
        std::vector<const Value*> found;
        const auto* const value = parent.find(key);
        if (value != nullptr && value->is_array()) {
            for (const auto& item : value->as_array()) {
                if (item.is_object()) {
                    found.push_back(&item);
                }
            }
        }
        return found;
    }

    void know_fields(
        const std::vector<std::string>& named,
        const Template& made,
        const Value& table,
        std::string_view key,
        const std::string& path
    ) {
        const auto names = names_of(made.fields);
        for (const auto& name : named) {
            if (!contains(names, name)) {
                const auto meant = did_you_mean(name, names);
                wrong(
                    table.find(key) != nullptr ? table.find(key)->line() : table.line(),
                    key,
                    path,
                    std::string{key} + ": there is no field " + name,
                    meant ? "did you mean " + *meant + "?" : ""
                );
            }
        }
    }

    Computed read_computed(const Value& table, const Template& made) {
        Computed computed;
        computed.name = text(table, "name", "computed", true);
        const auto path = "computed " + computed.name;
        know(table, {"name", "label", "source", "rule"}, path);
        if (!computed.name.empty() &&
            (!is_name(computed.name, '_') || contains(names_of(made.fields), computed.name))) {
            wrong(
                table.find("name")->line(),
                "name",
                path,
                "a computed value needs a name of its own, of small letters, digits and underscores"
            );
        }
        computed.label = text(table, "label", path);
        if (computed.label.empty()) {
            computed.label = label_of(computed.name);
        }
        computed.source = text(table, "source", path);
        for (const auto* const rule : tables(table, "rule", path)) {
            computed.rules.push_back(read_rule(*rule, made, path));
        }
        if (computed.rules.empty()) {
            wrong(table.line(), "", path, "at least one [[computed.rule]] is needed");
        }
        return computed;
    }

    Computed::Rule read_rule(const Value& table, const Template& made, const std::string& path) {
        Computed::Rule rule;
        know(table, {"value", "equals", "at_least", "at_least_of"}, path + ", rule");
        rule.value = text(table, "value", path + ", rule", true);
        if (const auto* const equals = table.find("equals")) {
            if (equals->is_object()) {
                rule.equals = equals->as_object();
            } else {
                wrong_kind(*equals, "equals", path + ", rule", "{ field = value }");
            }
        }
        std::vector<std::string> named;
        for (const auto& [name, value] : rule.equals) {
            named.push_back(name);
        }
        know_fields(named, made, table, "equals", path + ", rule");
        rule.at_least_of = texts(table, "at_least_of", path + ", rule");
        know_fields(rule.at_least_of, made, table, "at_least_of", path + ", rule");
        rule.at_least = whole(table, "at_least", path + ", rule", 0);
        if (rule.at_least > static_cast<int>(rule.at_least_of.size())) {
            wrong(
                table.find("at_least")->line(),
                "at_least",
                path + ", rule",
                "at_least is more than at_least_of names"
            );
        }
        return rule;
    }

    CrossCheck read_check(const Value& table, const Template& made) {
        CrossCheck check;
        check.kind = text(table, "kind", "check", true);
        const auto path = "check " + check.kind;
        know(table, {"kind", "fields", "message", "source", "limits"}, path);
        if (!check.kind.empty() && !contains(check_kinds, check.kind)) {
            const auto meant = did_you_mean(check.kind, check_kinds);
            wrong(
                table.find("kind")->line(),
                "kind",
                path,
                "there is no such kind of check",
                meant ? "did you mean " + *meant + "?" : "the kinds: " + join(check_kinds, ", ")
            );
        }
        check.message = text(table, "message", path, true);
        check.source = text(table, "source", path);
        check.fields = texts(table, "fields", path);
        know_fields(check.fields, made, table, "fields", path);
        const bool single = check.kind == "needed" || check.kind == "expected";
        if (check.fields.size() < (single ? 1U : 2U)) {
            wrong(
                table.line(), "", path, single ? "fields: one is needed" : "fields: two are needed"
            );
        }
        read_limits(table, path, check);
        if (check.kind == "heat-dose") {
            check_heat_dose(table, made, path, check);
        }
        return check;
    }

    void read_limits(const Value& table, const std::string& path, CrossCheck& check) {
        const auto* const limits = table.find("limits");
        if (limits == nullptr) {
            return;
        }
        const auto is_pair = [](const Value& item) {
            return item.is_array() && item.as_array().size() == 2 &&
                   item.as_array()[0].is_number() && item.as_array()[1].is_number();
        };
        if (!limits->is_array() ||
            !std::all_of(limits->as_array().begin(), limits->as_array().end(), is_pair)) {
            wrong(
                limits->line(),
                "limits",
                path,
                "limits: pairs of degrees and minutes were expected, such as [[48, 15], [51, 2]]"
            );
            return;
        }
        for (const auto& pair : limits->as_array()) {
            check.limits.emplace_back(
                pair.as_array()[0].as_number(), pair.as_array()[1].as_number()
            );
        }
        std::sort(check.limits.begin(), check.limits.end());
    }

    void check_heat_dose(
        const Value& table, const Template& made, const std::string& path, const CrossCheck& check
    ) {
        const auto fits = [&](std::size_t index, auto&& test) {
            const auto field =
                std::find_if(made.fields.begin(), made.fields.end(), [&](const Field& candidate) {
                    return candidate.name == check.fields[index];
                });
            return field == made.fields.end() || test(*field);
        };
        if (check.limits.empty()) {
            wrong(table.line(), "", path, "limits are missing");
        }
        if (check.fields.size() < 2) {
            return;
        }
        const bool temperature =
            fits(0, [](const Field& field) { return field.type == FieldType::temperature; });
        const bool placed = fits(1, [](const Field& field) {
            return contains(names_of(field.columns), "minutes");
        });
        if (!temperature || !placed) {
            wrong(
                table.line(),
                "",
                path,
                "fields: a temperature and a table with the column minutes were expected"
            );
        }
    }

    std::vector<std::string> lines_;
    std::vector<Problem>& problems_;
};

} // namespace

Template
read_template(std::string_view text, const std::string& source, std::vector<Problem>& problems) {
    std::vector<Problem> found;
    auto made = Reader{text, found}.read(parse_toml(text, source));
    std::stable_sort(found.begin(), found.end(), [](const Problem& left, const Problem& right) {
        return std::pair{left.line, left.column} < std::pair{right.line, right.column};
    });
    std::move(found.begin(), found.end(), std::back_inserter(problems));
    made.text = text;
    made.digest = digest_of(text);
    return made;
}

} // namespace praxis::soap
