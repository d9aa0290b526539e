// SPDX-License-Identifier: MIT
#include "fields.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

constexpr std::string_view letters_and_digits =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

std::vector<std::string> whole_words(const std::string& text) {
    auto folded = fold(text);
    for (auto& letter : folded) {
        if (std::string_view{".,;:'\"()-"}.find(letter) != std::string_view::npos) {
            letter = ' ';
        }
    }
    return texts_of(split(folded, ' '));
}

} // namespace

std::optional<std::string> text_or_nothing(std::string_view text) {
    auto trimmed = trim(text);
    return trimmed.empty() ? std::nullopt : std::optional{std::move(trimmed)};
}

void set_text(std::optional<std::string>& field, const std::optional<std::string>& option) {
    if (option) {
        field = text_or_nothing(*option);
    }
}

std::vector<std::string> texts_of(const std::vector<std::string>& options) {
    std::vector<std::string> texts;
    for (const auto& option : options) {
        if (auto text = text_or_nothing(option)) {
            texts.push_back(std::move(*text));
        }
    }
    return texts;
}

void check_email(const std::optional<std::string>& email) {
    if (!email) {
        return;
    }
    const auto at = email->find('@');
    const bool has_space = email->find_first_of(" \t\r\n") != std::string::npos;
    if (at == std::string::npos || at == 0 || at + 1 == email->size() || has_space ||
        email->find('@', at + 1) != std::string::npos) {
        throw Refused(
            "--email is not an e-mail address", "give one such as --email ana@spine.example"
        );
    }
}

bool is_language_tag(std::string_view text) {
    const auto subtags = split(text, '-');
    const auto is_subtag = [](const std::string& subtag) {
        return !subtag.empty() && subtag.size() <= 8 &&
               std::all_of(subtag.begin(), subtag.end(), [](char letter) {
                   return letters_and_digits.find(letter) != std::string_view::npos;
               });
    };
    const auto& language = subtags.front();
    return (language.size() == 2 || language.size() == 3) &&
           language.find_first_of("0123456789") == std::string::npos &&
           std::all_of(subtags.begin(), subtags.end(), is_subtag);
}

std::string join_with_and(const std::vector<std::string>& parts) {
    if (parts.size() < 2) {
        return join(parts, "");
    }
    const std::vector<std::string> all_but_last{parts.begin(), parts.end() - 1};
    return join(all_but_last, ", ") + " and " + parts.back();
}

std::string display_name(std::string_view id) {
    std::string name{id};
    std::replace(name.begin(), name.end(), '-', ' ');
    return name;
}

std::string on_one_line(std::string_view text) {
    return join(texts_of(split(text, '\n')), ", ");
}

bool holds_whole_words(const std::string& text, const std::string& words) {
    const auto present = whole_words(text);
    const auto wanted = whole_words(words);
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) {
        return std::find(present.begin(), present.end(), word) != present.end();
    });
}

std::string unknown_key(const std::string& key, const std::vector<std::string>& known) {
    const auto meant = did_you_mean(key, known);
    return "unknown key " + visible(key) +
           (meant ? ", did you mean " + *meant + "?" : ", choose from " + join(known, ", "));
}

Value date_value(const std::optional<Date>& date) {
    return date ? Value{date->iso()} : Value{};
}

Value list_value(const std::vector<std::string>& texts) {
    return Value::Array{texts.begin(), texts.end()};
}

} // namespace praxis::referrals
