// SPDX-License-Identifier: MIT
/// What the options of this plugin's commands have in common.
#pragma once
#include <praxis/date.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

/// Trimmed; nothing when nothing is left.
std::optional<std::string> text_or_nothing(std::string_view text);

/// Changes the field when the option was given; an empty text clears it.
void set_text(std::optional<std::string>& field, const std::optional<std::string>& option);

/// Trimmed, in their order; empty ones are left out, so that --enclosure "" clears the list.
std::vector<std::string> texts_of(const std::vector<std::string>& options);

/// errors  Refused for what cannot be an address of electronic mail
void check_email(const std::optional<std::string>& email);

/// "a", "b and c" for people.
std::string in_words(const std::vector<std::string>& parts);

/// The id of a closed list as people say it: "general-practitioner" -> "general practitioner".
std::string spoken(std::string_view id);

/// A text that may span lines as one line: "12 High St, Hillview".
std::string on_one_line(std::string_view text);

/// Whether each of the words, folded and without the marks around them, is a word of the text:
/// "kim" is one of "Dr. Ana Kim-Berg" and none of "Ana Kimura". No words are in no text.
bool holds_whole_words(const std::string& text, const std::string& words);

Value date_value(const std::optional<Date>& date);
Value list_value(const std::vector<std::string>& texts);

} // namespace praxis::referrals
