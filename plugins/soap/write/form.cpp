// SPDX-License-Identifier: MIT
#include "template/field_text.hpp"
#include "template/template.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

constexpr std::size_t columns_of_a_line = 80;
constexpr std::size_t column_of_comments = 28;

/// "superficial | intermediate | deep", "0 to 10", "yes | no".
std::string allowed_text(const Field& field) {
    switch (field.type) {
    case FieldType::yes_no:
        return "yes | no";
    case FieldType::side:
        return join(all_sides(), " | ");
    case FieldType::choice:
    case FieldType::list:
        return join(field.choices, " | ");
    case FieldType::whole:
    case FieldType::number:
        return range_text(field);
    default:
        return {};
    }
}

constexpr std::string_view hard_space =
    "\u00A0"; // keeps words on one line; replaced before writing

std::string join_with_hard_spaces(std::string_view text) {
    return join(split(text, ' '), hard_space);
}

std::string without_hard_spaces(std::string text) {
    for (auto at = text.find(hard_space); at != std::string::npos; at = text.find(hard_space)) {
        text.replace(at, hard_space.size(), " ");
    }
    return text;
}

std::string comment_of(const Field& field) {
    const bool numbers = field.type == FieldType::whole || field.type == FieldType::number;
    const auto allowed = numbers ? join_with_hard_spaces(allowed_text(field)) : allowed_text(field);
    auto comment = field.prompt;
    if (!comment.empty() && !allowed.empty()) {
        comment += comment.back() == '?' || comment.back() == '.' ? " " : ": ";
    }
    comment += allowed;
    if (field.required) {
        comment += (comment.empty() ? "" : " ") + join_with_hard_spaces("(to sign)");
    } else if (!field.required_with.empty()) {
        comment += " (to sign, with " + join(field.required_with, " or ") + ")";
    }
    return comment;
}

/// "Last time: 6": the value of the last note; empty when it has none.
std::string describe_last_value(const Value* table, const std::string& name) {
    const auto* value = table == nullptr ? nullptr : table->find(name);
    if (value == nullptr || value->is_null()) {
        return {};
    }
    std::vector<std::string> rows;
    for (const auto& row : value->is_array() ? value->as_array() : Value::Array{*value}) {
        std::vector<std::string> members;
        if (row.is_object()) {
            for (const auto& [column, cell] : row.as_object()) {
                members.push_back(column + " " + cell.plain());
            }
        }
        rows.push_back(visible(members.empty() ? row.plain() : join(members, ", ")));
    }
    return "Last time: " + join(rows, "; ");
}

/// The block of the last note with that technique.
const Value* last_block(const Value& last, const std::string& technique) {
    const auto* blocks = last.find("block");
    if (blocks == nullptr || !blocks->is_array()) {
        return nullptr;
    }
    const auto& list = blocks->as_array();
    const auto found = std::find_if(list.begin(), list.end(), [&](const Value& block) {
        return block.text_at("technique") == technique;
    });
    return found == list.end() ? nullptr : &*found;
}

class Form {
  public:
    Form(const TemplateBook& book, const Value& last) : book_(book), last_(last) {}

    std::string write(const std::vector<const Template*>& techniques) {
        head(techniques);
        for (const auto& part : book_.parts()) {
            if (part.id == "assessment") {
                blocks(techniques);
            }
            line("");
            line("[" + part.id + "]   # " + part.summary);
            one_of(part);
            fields(sorted(part.fields), part.id, last_.find(part.id));
        }
        return std::move(text_);
    }

  private:
    void line(const std::string& text) { text_ += text + "\n"; }

    void remark(const std::string& text) {
        for (const auto& words : wrap(text, columns_of_a_line - 3)) {
            line("## " + without_hard_spaces(words));
        }
    }

    void head(const std::vector<const Template*>& techniques) {
        std::vector<std::string> names;
        std::vector<std::string> ids;
        for (const auto* const technique : techniques) {
            names.push_back(technique->name);
            ids.push_back("\"" + technique->id + "\"");
        }
        remark("A note of one session: " + join(names, ", "));
        line("##");
        remark(
            "Fill in what you want to record. Text stays between the quotation marks; for a number "
            "you may replace them, and for yes or no, too. An empty field is not recorded. To "
            "record a second finding or block, copy its [[heading]] with the lines below it. "
            "Signing needs the fields marked (to sign)."
        );
        remark("Regions: " + join(all_regions(), ", "));
        line("");
        const auto one_line = "technique = [" + join(ids, ", ") + "]";
        const bool fits = one_line.size() <= columns_of_a_line;
        line(fits ? one_line : "technique = [\n    " + join(ids, ",\n    ") + ",\n]");
        std::vector<Field> rest;
        for (const auto& field : book_.session().fields) {
            if (field.name != "technique") {
                rest.push_back(field);
            }
        }
        fields(rest, "", &last_);
    }

    void blocks(const std::vector<const Template*>& techniques) {
        for (const auto* const technique : techniques) {
            line("");
            line("[[block]]   # " + technique->name + ": copy it for each region");
            line("technique = \"" + technique->id + "\"");
            one_of(*technique);
            std::vector<Field> all;
            for (const auto& field : fields_of_block(book_.block(), *technique)) {
                if (field.name != "technique") {
                    all.push_back(field);
                }
            }
            fields(sorted(all), "block", last_block(last_, technique->id));
        }
    }

    void one_of(const Template& made) {
        for (const auto& check : made.checks) {
            if (check.kind == "one-of") {
                remark("To sign, one of these: " + join(check.fields, ", "));
            }
        }
    }

    /// Fields that signing needs come first. Tables come last, because a field after a table would
    /// belong to it in TOML.
    static std::vector<Field> sorted(std::vector<Field> fields) {
        std::stable_sort(fields.begin(), fields.end(), [](const Field& left, const Field& right) {
            return rank(left) < rank(right);
        });
        return fields;
    }

    static int rank(const Field& field) {
        return (field.type == FieldType::table ? 2 : 0) + (field.required ? 0 : 1);
    }

    /// last  the same table of the last note, or nullptr
    void
    fields(const std::vector<Field>& fields_of_table, const std::string& path, const Value* last) {
        for (const auto& field : fields_of_table) {
            const auto before = describe_last_value(last, field.name);
            if (field.type == FieldType::table) {
                table(field, path, before);
            } else {
                entry(field, before);
            }
        }
    }

    void entry(const Field& field, const std::string& before) {
        auto text = field.name + " = " + std::string{empty_value(field)};
        const auto comment = comment_of(field) + (before.empty() ? "" : "\n" + before);
        for (const auto& words : wrap(comment, columns_of_a_line - column_of_comments - 2)) {
            if (text.size() < column_of_comments) {
                text.resize(column_of_comments, ' ');
            }
            line(text + "# " + without_hard_spaces(words));
            text = "#";
        }
        if (text != "#") { // a field without a prompt
            line(trim(text));
        }
    }

    void table(const Field& field, const std::string& path, const std::string& before) {
        line("");
        remark(comment_of(field));
        if (!before.empty()) {
            remark(before);
        }
        const auto name = path + "." + field.name;
        line(field.repeatable ? "[[" + name + "]]" : "[" + name + "]");
        fields(sorted(field.columns), name, nullptr);
    }

    const TemplateBook& book_;
    const Value& last_;
    std::string text_;
};

} // namespace

std::string empty_form(
    const TemplateBook& book, const std::vector<std::string>& techniques, const Value& last
) {
    std::vector<const Template*> chosen;
    for (const auto& id : techniques) {
        const auto* const technique = &book.get_technique(id);
        if (std::find(chosen.begin(), chosen.end(), technique) == chosen.end()) {
            chosen.push_back(technique);
        }
    }
    return Form{book, last}.write(chosen);
}

} // namespace praxis::soap
