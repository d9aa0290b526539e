// SPDX-License-Identifier: MIT
/// Texts as a full-text index needs them. The same form is available in SQL, so that an index can
/// have a view over records as its content and store no second copy of the texts:
///   CREATE VIEW pets_words (pet, words) AS SELECT pet, praxis_words(remarks) FROM pets_pet;
///   CREATE VIRTUAL TABLE pets_search USING fts5 (words, content = 'pets_words', content_rowid =
///   'pet')
#pragma once
#include <praxis/abi.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>

namespace praxis {

/// The folded words of a text, with spaces between them. In scripts that write none each character
/// is a word, and so is each syllable of Hangul, which writes a compound as one word.
PRAXIS_API std::string search_words(std::string_view text);

/// Whether the character belongs to such a script: Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
PRAXIS_API bool is_script_without_spaces(char32_t character);

/// Adds two SQL functions to a connection; every connection that praxis opens has them.
///   praxis_words(TEXT)  search_words()
///   praxis_texts(JSON)  the texts of a JSON value, one after another: FTS5 refuses a view that
///                       uses json_tree()
PRAXIS_API void add_search_functions(SQLite::Database& db);

} // namespace praxis
