// SPDX-License-Identifier: MIT
#include "write/note_form.hpp"

#include "note/note_copied.hpp"
#include "template/field_text.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

bool is_bare_key(const std::string& key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    });
}

/// A text of several lines keeps them, so that it can be read and edited.
std::string quoted(const std::string& text) {
    const bool lines = text.find('\n') != std::string::npos;
    std::string result = lines ? "\"\"\"\n" : "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n' && lines) {
            result += letter;
        } else if (byte < 0x20 || byte == 0x7F) {
            static constexpr std::string_view digits = "0123456789ABCDEF";
            result += "\\u00";
            result += digits[byte >> 4U];
            result += digits[byte & 0xFU];
        } else {
            result += letter;
        }
    }
    return result + (lines ? "\"\"\"" : "\"");
}

std::string key_text(const std::string& key) {
    return is_bare_key(key) ? key : quoted(key);
}

std::string inline_text(const Value& value) {
    if (value.is_text()) {
        return quoted(value.as_text());
    }
    if (value.is_array()) {
        std::vector<std::string> items;
        for (const auto& item : value.as_array()) {
            items.push_back(inline_text(item));
        }
        return "[" + join(items, ", ") + "]";
    }
    if (value.is_object()) {
        std::vector<std::string> members;
        for (const auto& [key, member] : value.as_object()) {
            members.push_back(key_text(key) + " = " + inline_text(member));
        }
        return "{ " + join(members, ", ") + " }";
    }
    return to_json(value); // JSON and TOML write numbers, true and false the same way
}

bool is_list_of_tables(const Value& value) {
    return value.is_array() && !value.as_array().empty() &&
           std::all_of(value.as_array().begin(), value.as_array().end(), [](const Value& item) {
               return item.is_object();
           });
}

bool is_table(const Value& value) {
    return value.is_object() || is_list_of_tables(value);
}

/// The comment after an empty field: prompt, choices or range.
std::string hint_of(const Field& field) {
    std::vector<std::string> parts;
    if (!field.prompt.empty()) {
        parts.push_back(field.prompt);
    }
    if (!field.choices.empty()) {
        parts.push_back(join(field.choices, " | "));
    } else if (const auto range = range_text(field); !range.empty()) {
        parts.push_back(range);
    } else if (field.type == FieldType::yes_no) {
        parts.emplace_back("yes | no");
    }
    if (field.required) {
        parts.emplace_back("(to sign)");
    } else if (!field.required_with.empty()) {
        parts.push_back("(to sign, with " + join(field.required_with, " or ") + ")");
    }
    return join(parts, " ");
}

std::string with_hint(const std::string& text, const Field& field) {
    const auto hint = hint_of(field);
    return text + (hint.empty() ? "" : "   # " + hint) + "\n";
}

std::string empty_field(const Field& field) {
    return with_hint(field.name + " = " + std::string{empty_value(field)}, field);
}

/// A table that is not recorded, with its empty fields.
std::string empty_table(const Field& field, const std::string& path) {
    const auto name = path + "." + field.name;
    auto text = with_hint(field.repeatable ? "\n[[" + name + "]]" : "\n[" + name + "]", field);
    for (const auto& column : field.columns) {
        text += empty_field(column);
    }
    return text;
}

class Writer {
  public:
    explicit Writer(const NoteTemplates& templates) : templates_(templates) {}

    std::string write(const Value& body) {
        const auto* session = templates_.find_part("session");
        simple_members(body, session == nullptr ? none_ : session->fields, "");
        copied_fields(body);
        const auto parts = parts_of_note(templates_);
        bool worked = false;
        for (const auto* each : parts) {
            if (each->id == "assessment") {
                blocks(body);
                worked = true;
            }
            part(body, each->id, each->fields);
        }
        if (!worked) {
            blocks(body);
        }
        // Parts without a template are kept as they are.
        for (const auto& [key, value] : body.as_object()) {
            if (value.is_object() && templates_.find_part(key) == nullptr && key != copied_key) {
                part(body, key, none_);
            }
        }
        return std::move(text_);
    }

  private:
    /// Writes the simple fields below a heading, then the empty tables.
    void
    simple_members(const Value& table, const std::vector<Field>& fields, const std::string& path) {
        const auto write_one = [this](const std::string& key, const Value& value) {
            if (!is_table(value) && !value.is_null()) {
                text_ += key_text(key) + " = " + inline_text(value) + "\n";
            }
        };
        for (const auto& field : fields) {
            if (const auto* value = table.find(field.name)) {
                write_one(field.name, *value);
            } else if (field.type != FieldType::table) {
                text_ += empty_field(field);
            }
        }
        for (const auto& [key, value] : table.as_object()) {
            if (find_field(fields, key) == nullptr) {
                write_one(key, value);
            }
        }
        for (const auto& field : fields) {
            if (field.type == FieldType::table && table.find(field.name) == nullptr) {
                text_ += empty_table(field, path);
            }
        }
    }

    /// Writes the fields of a table whose heading is written, then the tables inside it.
    void content(const Value& table, const std::vector<Field>& fields, const std::string& path) {
        simple_members(table, fields, path);
        for (const auto& [key, value] : table.as_object()) {
            if (!is_table(value)) {
                continue;
            }
            const auto* field = find_field(fields, key);
            const auto& columns = field == nullptr ? none_ : field->columns;
            const auto inner = path + "." + key_text(key);
            if (value.is_object()) {
                text_ += "\n[" + inner + "]\n";
                content(value, columns, inner);
                continue;
            }
            for (const auto& item : value.as_array()) {
                text_ += "\n[[" + inner + "]]\n";
                content(item, columns, inner);
            }
        }
    }

    void copied_fields(const Value& body) {
        const auto copied = read_copied_fields(body);
        if (copied.fields.empty()) {
            return;
        }
        text_ += "\n[carried]   # copied from " + copied.from +
                 ": remove from the list the fields that you checked and that are true today;\n"
                 "#            praxis removes the fields that you change\n"
                 "from = " +
                 quoted(copied.from) + "\nfields = [\n";
        for (const auto& field : copied.fields) {
            text_ += "    " + quoted(field) + ",\n";
        }
        text_ += "]\n";
    }

    void part(const Value& body, const std::string& name, const std::vector<Field>& fields) {
        static const Value empty = Value::Object{};
        const auto* value = body.find(name);
        text_ += "\n[" + key_text(name) + "]\n";
        content(value == nullptr ? empty : *value, fields, key_text(name));
    }

    void blocks(const Value& body) {
        const auto* list = body.find("block");
        if (list == nullptr || !list->is_array()) {
            return;
        }
        for (const auto& block : list->as_array()) {
            text_ += "\n[[block]]\n";
            content(block, block_fields(block, templates_), "block");
        }
    }

    const NoteTemplates& templates_;
    std::string text_;
    const std::vector<Field> none_;
};

} // namespace

std::string note_as_toml(const Value& body, const NoteTemplates& templates) {
    return Writer{templates}.write(without_computed(body, templates));
}

} // namespace praxis::soap
