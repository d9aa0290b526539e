// SPDX-License-Identifier: MIT
#include "write/note_file.hpp"

#include "note/note.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <vector>

namespace praxis::soap {

namespace {

/// What is before the comment of a line whose value has no quotation marks.
std::string without_comment(const std::string& text) {
    return trim(text.substr(0, text.find('#')));
}

bool is_key(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.';
    });
}

/// "given = yes   # agreed?" as "given = \"yes\"", and "pain_now =" as an empty text. Other lines
/// stay.
std::string completed(const std::string& line) {
    const auto equals = line.find('=');
    if (equals == std::string::npos || !is_key(trim(line.substr(0, equals)))) {
        return line;
    }
    const auto value = without_comment(line.substr(equals + 1));
    const auto word = fold(value);
    const bool is_bare = word.empty() || word == "yes" || word == "no";
    return is_bare ? line.substr(0, equals) + "= \"" + value + "\"" : line;
}

/// Whether a text of several lines begins or ends in this line.
bool turns_text(const std::string& line, std::string_view mark) {
    bool turns = false;
    for (auto at = line.find(mark); at != std::string::npos;
         at = line.find(mark, at + mark.size())) {
        turns = !turns;
    }
    return turns;
}

/// The text as TOML reads it, with the same lines.
std::string completed_lines(const std::string& text) {
    auto lines = split(text, '\n');
    std::string_view open; // the mark that ends a text of several lines
    for (auto& line : lines) {
        const bool was_open = !open.empty();
        for (const std::string_view mark : {"\"\"\"", "'''"}) {
            if ((open.empty() || open == mark) && turns_text(line, mark)) {
                open = open.empty() ? mark : std::string_view{};
            }
        }
        if (!was_open && open.empty()) {
            line = completed(line);
        }
    }
    return join(lines, "\n");
}

/// Removes the rows and tables that record nothing: those of a form that nobody filled in.
void remove_empty_tables(Value& table) {
    for (auto& [key, value] : table.as_object()) {
        if (value.is_object()) {
            remove_empty_tables(value);
        } else if (value.is_array()) {
            for (auto& row : value.as_array()) {
                if (row.is_object()) {
                    remove_empty_tables(row);
                }
            }
            std::erase_if(value.as_array(), [](const Value& row) {
                return row.is_object() && is_unrecorded(row);
            });
        }
    }
    std::erase_if(table.as_object(), [](const auto& member) {
        return member.second.is_object() && is_unrecorded(member.second);
    });
}

Value parse(const std::string& text, const std::string& source) {
    try {
        return parse_toml_or_json(text, source);
    } catch (const Refused&) {
        const auto lines = completed_lines(text);
        if (lines == text) {
            throw;
        }
        return parse_toml_or_json(lines, source);
    }
}

} // namespace

Value parse_note_file(const std::string& text, const std::string& source) {
    auto file = parse(text, source);
    if (file.is_object()) {
        remove_empty_tables(file);
    }
    return file;
}

} // namespace praxis::soap
