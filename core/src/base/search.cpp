// SPDX-License-Identifier: MIT
#include "text/code_points.hpp"

#include <praxis/search.hpp>
#include <praxis/text.hpp>

#include <sqlite3.h>

#include <exception>

namespace praxis {

namespace {

/// SQLite calls it from C: no exception may leave it.
void praxis_words(sqlite3_context* context, int /*count*/, sqlite3_value** values) noexcept {
    try {
        const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        const auto words = text == nullptr ? std::string{} : search_words({text, size});
        sqlite3_result_text64(context, words.data(), words.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::exception&) {
        sqlite3_result_error_nomem(context);
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
    return (character >= 0x0E00 && character < 0x0F00) ||
           (character >= 0x1000 && character < 0x10A0) ||
           (character >= 0x1780 && character < 0x1800) ||
           (character >= 0x3040 && character < 0x3100) ||
           (character >= 0x3400 && character < 0xA000) ||
           (character >= 0xF900 && character < 0xFB00) ||
           (character >= 0x20000 && character < 0x32000);
}

void add_search_function(SQLite::Database& db) {
    const int result = sqlite3_create_function_v2(
        db.getHandle(),
        "praxis_words",
        1,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        nullptr,
        praxis_words,
        nullptr,
        nullptr,
        nullptr
    );
    if (result != SQLITE_OK) {
        throw SQLite::Exception{db.getHandle(), result};
    }
}

} // namespace praxis
