// SPDX-License-Identifier: MIT
/// Texts, dates and lists of this plugin's options, and how they appear in messages.
#pragma once
#include <praxis/date.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

/// The trimmed text; nothing when it is empty.
std::optional<std::string> text_or_nothing(std::string_view text);

/// Changes the field when the option is present; an empty text clears it.
void set_text(std::optional<std::string>& field, const std::optional<std::string>& option);

/// The trimmed texts in their order, without empty ones, so that --enclosure "" clears the list.
std::vector<std::string> texts_of(const std::vector<std::string>& options);

/// errors  Refused for a text that cannot be an e-mail address
void check_email(const std::optional<std::string>& email);

/// Whether the text has the form of a BCP 47 tag: "es", "pt-BR", "zh-Hant-TW".
bool is_language_tag(std::string_view text);

/// A list as a sentence has it: "a", "b and c".
std::string join_with_and(const std::vector<std::string>& parts);

/// The name of an id: "general-practitioner" -> "general practitioner".
std::string display_name(std::string_view id);

/// A text that may span lines as one line: "12 High St, Hillview".
std::string on_one_line(std::string_view text);

/// Whether the text contains each of the words as a whole word; both are folded and without
/// punctuation. "Dr. Ana Kim-Berg" contains "kim", "Ana Kimura" does not. False without any word.
bool holds_whole_words(const std::string& text, const std::string& words);

/// "unknown key goal, did you mean goals?"
std::string unknown_key(const std::string& key, const std::vector<std::string>& known);

Value date_value(const std::optional<Date>& date);
Value list_value(const std::vector<std::string>& texts);

} // namespace praxis::referrals
