// SPDX-License-Identifier: MIT
#include "template/table_read.hpp"
#include "template/template.hpp"
#include "template/template_rules_read.hpp"
#include "template/template_words.hpp"

#include <praxis/digest.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

namespace praxis::soap {

namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_duplicate(const std::vector<std::string>& words) {
    return std::set<std::string>{words.begin(), words.end()}.size() != words.size();
}

class TemplateReader : private TableReader {
  public:
    using TableReader::TableReader;

    Template read(const Value& root) {
        Template made;
        const bool technique = root.find("part") == nullptr;
        const std::string key = technique ? "technique" : "part";
        know(root, {key, "field", "computed", "check"}, "the file");
        const auto* const about = head(root, key);
        if (about == nullptr) {
            return made;
        }
        read_about(*about, key, made);
        for (const auto* const table : tables(root, "field", "the file")) {
            made.fields.push_back(read_field(*table, "field", made.fields.size() + 1));
            if (technique) {
                refuse_common(*table, "field", made.fields.back().name);
            }
        }
        refuse_twice(root, "field", made.fields);
        know_neighbours(root, "field", made.fields);
        for (const auto* const table : tables(root, "computed", "the file")) {
            made.computed.push_back(read_computed(*this, *table, made));
            refuse_common(*table, "computed", made.computed.back().name);
        }
        for (const auto* const table : tables(root, "check", "the file")) {
            made.checks.push_back(read_check(*this, *table, made));
        }
        return made;
    }

  private:
    void read_about(const Value& about, const std::string& head, Template& made) {
        const auto path = "[" + head + "]";
        know(about, {"id", "name", "summary", "version", "source"}, path);
        made.id = text(about, "id", path, true);
        if (!made.id.empty() && !is_name(made.id, '-')) {
            wrong(
                *about.find("id"),
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
                *table.find("name"),
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
                table, "", path, "prompt is missing: a field that signing needs must be asked for"
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
                    *table.find("type"),
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
                wrong(*value, key, path, std::string{key} + " is for the type " + types + " only");
            }
        };
        const bool lists = field.type == FieldType::choice || field.type == FieldType::list;
        only_for("choices", lists, "choice or list");
        only_for("repeatable", field.type == FieldType::table, "table");
        only_for("column", field.type == FieldType::table, "table");
        only_for("future", field.type == FieldType::date, "date");
        if (field.type == FieldType::choice && field.choices.empty()) {
            wrong(table, "", path, "choices are missing: a choice needs words to choose from");
        }
        if (const auto* const choices = table.find("choices")) {
            if (has_duplicate(field.choices)) {
                wrong(*choices, "choices", path, "choices: a word stands there twice");
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
                wrong(*column, "", path, "a column cannot be a table itself");
            }
        }
        if (field.columns.empty()) {
            wrong(table, "", path, "a table needs at least one [[field.column]]");
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
                    *value, key, path, std::string{key} + " is for numbers and temperatures only"
                );
            }
        }
        in_order(table, path, {"minimum", field.minimum}, {"maximum", field.maximum});
        in_order(table, path, {"minimum", field.minimum}, {"warn_below", field.warn_below});
        in_order(table, path, {"warn_below", field.warn_below}, {"warn_above", field.warn_above});
        in_order(table, path, {"warn_above", field.warn_above}, {"maximum", field.maximum});
        if (field.type == FieldType::temperature && !field.unit.empty() && field.unit != "C") {
            wrong(
                *table.find("unit"),
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
                *table.find(high.first),
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
                *table.find("name"),
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
                        *table->find("required_with"),
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
                    *table->find("name"), "name", key + " " + name, "the name stands there twice"
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
};

} // namespace

Template
read_template(std::string_view text, const std::string& source, std::vector<Problem>& problems) {
    std::vector<Problem> found;
    auto made = TemplateReader{text, found}.read(parse_toml(text, source));
    std::stable_sort(found.begin(), found.end(), [](const Problem& left, const Problem& right) {
        return std::pair{left.line, left.column} < std::pair{right.line, right.column};
    });
    std::move(found.begin(), found.end(), std::back_inserter(problems));
    made.text = text;
    made.digest = digest_of(text);
    return made;
}

} // namespace praxis::soap
