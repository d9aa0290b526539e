// SPDX-License-Identifier: MIT
#include "template/field_text.hpp"
#include "template/table_read.hpp"
#include "template/template.hpp"
#include "template/template_rules_read.hpp"

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
        refuse_unknown_keys(root, {key, "field", "computed", "check"}, "the file");
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
        refuse_duplicates(root, "field", made.fields);
        check_neighbours(root, "field", made.fields);
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
        refuse_unknown_keys(about, {"id", "name", "summary", "version", "source"}, path);
        made.id = text(about, "id", path, true);
        if (!made.id.empty() && !is_name(made.id, '-')) {
            report_error(
                *about.find("id"),
                "id",
                path,
                "invalid id: use small letters, digits and dashes, as in hot-stone"
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
        refuse_unknown_keys(table, keys, path);
        if (!field.name.empty() && !is_name(field.name, '_')) {
            report_error(
                *table.find("name"),
                "name",
                path,
                "invalid name: use small letters, digits and underscores, as in hold_seconds"
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
        field.only_of_treatments = is_of_treatments(table);
        field.required = field.only_of_treatments || flag(table, "required", path);
        field.required_with = texts(table, "required_with", path);
        field.repeatable = flag(table, "repeatable", path);
        field.future = flag(table, "future", path);
        const bool asked_each_time = field.unit == "NPRS" || (table.find("carried") != nullptr &&
                                                              !flag(table, "carried", path));
        field.copied = !asked_each_time;
        field.choices = texts(table, "choices", path);
        if ((field.required || !field.required_with.empty()) && trim(field.prompt).empty()) {
            report_error(
                table, "", path, "prompt is missing: a field that signing needs must have one"
            );
        }
        if (read_type(table, path, field)) {
            read_range(table, path, field);
        }
        return field;
    }

    /// Whether the type is known. Keys that depend on it are checked only then.
    bool read_type(const Value& table, const std::string& path, Field& field) {
        const auto word = text(table, "type", path, true);
        const auto type = type_of(word);
        if (!type) {
            if (!word.empty()) {
                const auto meant = did_you_mean(word, all_type_names());
                report_error(
                    *table.find("type"),
                    "type",
                    path,
                    "unknown type",
                    meant ? "did you mean " + *meant + "?"
                          : "the types: " + join(all_type_names(), ", ")
                );
            }
            return false;
        }
        field.type = *type;
        const auto refuse_unless = [&](std::string_view key, bool fits, const std::string& types) {
            if (const auto* const value = table.find(key); value != nullptr && !fits) {
                report_error(
                    *value, key, path, std::string{key} + " is only for the type " + types
                );
            }
        };
        const bool lists = field.type == FieldType::choice || field.type == FieldType::list;
        refuse_unless("choices", lists, "choice or list");
        refuse_unless("repeatable", field.type == FieldType::table, "table");
        refuse_unless("column", field.type == FieldType::table, "table");
        refuse_unless("future", field.type == FieldType::date, "date");
        if (field.type == FieldType::choice && field.choices.empty()) {
            report_error(table, "", path, "choices are missing: a field of type choice needs them");
        }
        if (const auto* const choices = table.find("choices")) {
            if (has_duplicate(field.choices)) {
                report_error(*choices, "choices", path, "choices: duplicate choice");
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
                report_error(*column, "", path, "a column cannot be a table");
            }
        }
        if (field.columns.empty()) {
            report_error(table, "", path, "a table needs at least one [[field.column]]");
        }
        refuse_duplicates(table, "column", field.columns);
        check_neighbours(table, "column", field.columns);
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
                report_error(
                    *value, key, path, std::string{key} + " is only for numbers and temperatures"
                );
            }
        }
        refuse_wrong_order(table, path, {"minimum", field.minimum}, {"maximum", field.maximum});
        refuse_wrong_order(
            table, path, {"minimum", field.minimum}, {"warn_below", field.warn_below}
        );
        refuse_wrong_order(
            table, path, {"warn_below", field.warn_below}, {"warn_above", field.warn_above}
        );
        refuse_wrong_order(
            table, path, {"warn_above", field.warn_above}, {"maximum", field.maximum}
        );
        if (field.type == FieldType::temperature && !field.unit.empty() && field.unit != "C") {
            report_error(
                *table.find("unit"),
                "unit",
                path,
                "unit: give the range of a temperature in C",
                "notes can use C or F"
            );
        }
    }

    using Limit = std::pair<const char*, std::optional<double>>;

    void refuse_wrong_order(
        const Value& table, const std::string& path, const Limit& low, const Limit& high
    ) {
        if (low.second && high.second && *low.second > *high.second) {
            report_error(
                *table.find(high.first),
                high.first,
                path,
                std::string{low.first} + " " + Value{*low.second}.plain() + " is above " +
                    high.first + " " + Value{*high.second}.plain()
            );
        }
    }

    /// A technique must not redefine a field that every block has.
    void refuse_common(const Value& table, const std::string& noun, const std::string& name) {
        if (contains({"technique", "region", "side", "minutes", "text"}, name)) {
            report_error(
                *table.find("name"),
                "name",
                noun + " " + name,
                "every block already has this field",
                "remove it, or rename it"
            );
        }
    }

    /// A field's `required_with` must name fields of the same table.
    void check_neighbours(
        const Value& parent, const std::string& key, const std::vector<Field>& fields
    ) {
        std::size_t index = 0;
        for (const auto* const table : tables_seen(parent, key)) {
            const auto& field = fields[index++];
            for (const auto& name : field.required_with) {
                if (!contains(names_of(fields), name)) {
                    report_error(
                        *table->find("required_with"),
                        "required_with",
                        key + " " + field.name,
                        "required_with: the table has no field " + name
                    );
                }
            }
        }
    }

    void refuse_duplicates(
        const Value& parent, const std::string& key, const std::vector<Field>& fields
    ) {
        std::set<std::string> seen;
        std::size_t index = 0;
        for (const auto* const table : tables_seen(parent, key)) {
            const auto& name = fields[index++].name;
            if (!name.empty() && !seen.insert(name).second) {
                report_error(*table->find("name"), "name", key + " " + name, "duplicate name");
            }
        }
    }

    /// The tables that tables() found, without reporting the others again.
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
