// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "client_table.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::vector<std::string> words;
};

void options(Options<Args>& options) {
    options.argument(&Args::words, "WORDS", "parts of names, of a phone number, of an email");
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) {
        return c >= '0' && c <= '9';
    });
    return digits;
}

/// The digits of what looks like a part of a phone number; else nothing.
std::string phone_digits(std::string_view words) {
    auto digits = digits_of(words);
    const bool is_number = words.find_first_not_of("0123456789 +-./()") == std::string_view::npos;
    return is_number && digits.size() >= 3 ? digits : std::string{};
}

bool has_phone(const clients::ClientRow& client, const std::string& digits) {
    return !digits.empty() && client.phone &&
           digits_of(*client.phone).find(digits) != std::string::npos;
}

bool answers_to(
    const clients::ClientRow& client, const std::string& names, const std::string& word
) {
    return matches_words(names, word) || has_phone(client, phone_digits(word)) ||
           (client.email && fold(*client.email).find(word) != std::string::npos);
}

Result run(Session& session, const Args& args) {
    const auto all_words = fold(join(args.words, " "));
    if (all_words.empty()) {
        throw UsageError("WORDS is missing", "praxis client find maria");
    }
    const auto digits = phone_digits(all_words);
    const auto words = split(all_words, ' ');
    auto found = clients::all_clients(session.db(), clients::Shown::all);
    std::erase_if(found, [&](const auto& client) {
        const auto names = clients::folded_names(client);
        return !has_phone(client, digits) &&
               !std::all_of(words.begin(), words.end(), [&](const auto& word) {
                   return answers_to(client, names, word);
               });
    });
    for (const auto& client : found) {
        session.log_access(client.id.str());
    }
    return clients::client_table(found, "nobody answers to that");
}

} // namespace

CommandSpec client_find_command() {
    return command<Args>({
        .summary = "find clients by words of their name, phone digits or email",
        .details = "Accents and capitals do not count, nor does the order: \"nunez jo\" finds José "
                   "Núñez. Archived clients are found too.",
        .examples = {"praxis client find lopez", "praxis client find 555 0100"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
