// SPDX-License-Identifier: MIT
#include "text/code_points.hpp"

#include <praxis/search.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <sqlite3.h>

#include <exception>

namespace praxis {

namespace {

void append_texts(std::string& texts, const Value& value) {
    if (value.is_text()) {
        texts += value.as_text() + "\n";
    } else if (value.is_array()) {
        for (const auto& item : value.as_array()) {
            append_texts(texts, item);
        }
    } else if (value.is_object()) {
        for (const auto& [name, member] : value.as_object()) {
            append_texts(texts, member);
        }
    }
}

std::string texts_of_json(std::string_view json) {
    std::string texts;
    append_texts(texts, json.empty() ? Value{} : parse_json(json, "a record"));
    return texts;
}

/// A function of one text. SQLite calls it from C: no exception may leave it.
template <std::string (*function)(std::string_view)>
void call(sqlite3_context* context, int /*count*/, sqlite3_value** values) noexcept {
    try {
        const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        const auto result = text == nullptr ? std::string{} : function({text, size});
        sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

void add_function(
    SQLite::Database& db, const char* name, void (*call)(sqlite3_context*, int, sqlite3_value**)
) {
    const int result = sqlite3_create_function_v2(
        db.getHandle(),
        name,
        1,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        nullptr,
        call,
        nullptr,
        nullptr,
        nullptr
    );
    if (result != SQLITE_OK) {
        throw SQLite::Exception{db.getHandle(), result};
    }
}

} // namespace

std::string search_words(std::string_view text) {
    const auto folded = fold(text);
    std::string words;
    words.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const auto step = unicode::step_at(folded, at);
        const bool alone = is_script_without_spaces(static_cast<char32_t>(step.code));
        words += alone ? " " : "";
        words.append(folded, at, step.size);
        words += alone ? " " : "";
        at += step.size;
    }
    return words;
}

bool is_script_without_spaces(char32_t character) {
    return unicode::begins_word_anywhere(static_cast<unicode::CodePoint>(character));
}

void add_search_functions(SQLite::Database& db) {
    add_function(db, "praxis_words", call<search_words>);
    add_function(db, "praxis_texts", call<texts_of_json>);
}

} // namespace praxis
