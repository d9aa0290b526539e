// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "client_table.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::vector<std::string> terms;
};

void options(Options<Args>& options) {
    options.argument(&Args::terms, "TERMS", "parts of a name, phone number or email address");
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) {
        return c >= '0' && c <= '9';
    });
    return digits;
}

/// The digits of a term that looks like a part of a phone number; otherwise empty.
std::string phone_digits(std::string_view term) {
    auto digits = digits_of(term);
    const bool is_number = term.find_first_not_of("0123456789 +-./()") == std::string_view::npos;
    return is_number && digits.size() >= 3 ? digits : std::string{};
}

bool has_phone(const clients::ClientRow& client, const std::string& digits) {
    return !digits.empty() && client.phone &&
           digits_of(*client.phone).find(digits) != std::string::npos;
}

bool matches_term(
    const clients::ClientRow& client, const std::string& names, const std::string& term
) {
    return matches_words(names, term) || has_phone(client, phone_digits(term)) ||
           (client.email && fold(*client.email).find(term) != std::string::npos);
}

Result run(Session& session, const Args& args) {
    const auto all_terms = fold(join(args.terms, " "));
    if (all_terms.empty()) {
        throw UsageError("TERMS is missing", "give a part of a name: praxis client find maria");
    }
    const auto digits = phone_digits(all_terms);
    const auto terms = split(all_terms, ' ');
    std::vector<clients::ClientRow> found;
    clients::ClientReader reader{session.db(), clients::ClientFilter::all};
    while (auto client = reader.next()) {
        const auto names = clients::folded_names(*client);
        if (has_phone(*client, digits) || std::all_of(terms.begin(), terms.end(), [&](auto& term) {
                return matches_term(*client, names, term);
            })) {
            session.log_access(client->id.str());
            found.push_back(*std::move(client));
        }
    }
    return clients::client_table(found, "no client matches these terms");
}

} // namespace

CommandSpec client_find_command() {
    return command<Args>({
        .summary = "find clients by name, phone digits or email",
        .details = "Accents, capitals and the order of the terms do not matter: \"nunez jo\" finds "
                   "José Núñez. Includes archived clients.",
        .examples = {"praxis client find lopez", "praxis client find 555 0100"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
