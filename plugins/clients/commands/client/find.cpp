// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "client_table.hpp"
#include "phone_number.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::vector<std::string> terms;
};

void options(Options<Args>& options) {
    options.argument(
        &Args::terms, "TERMS", "parts of a name, phone number, email address or birth date"
    );
}

bool has_phone(const clients::ClientRow& client, const std::string& digits) {
    const auto phones = clients::contacts_of(client, "phone");
    return std::any_of(phones.begin(), phones.end(), [&](const auto& phone) {
        return clients::matches_phone(phone.value, digits);
    });
}

bool has_email(const clients::ClientRow& client, const std::string& term) {
    const auto emails = clients::contacts_of(client, "email");
    return std::any_of(emails.begin(), emails.end(), [&](const auto& email) {
        return fold(email.value).find(term) != std::string::npos;
    });
}

bool matches_term(
    const clients::ClientRow& client, const std::string& names, const std::string& term
) {
    return clients::NameTerms{term}.match(client, names) || clients::matches_birth(client, term) ||
           has_phone(client, clients::phone_digits(term)) || has_email(client, term);
}

Result run(Session& session, const Args& args) {
    const auto all_terms = fold(join(args.terms, " "));
    if (all_terms.empty()) {
        throw UsageError("TERMS is missing", "give a part of a name: praxis client find maria");
    }
    const auto digits = clients::phone_digits(all_terms);
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
        .summary = "find clients by name, phone number, email or birth date",
        .details =
            "Accents, capitals, hyphens, apostrophes and the order of the terms do not "
            "matter: \"nunez jo\" finds José Núñez, \"oneill\" finds Berg-O'Neill. A caller's "
            "number finds the client with and without the prefix of its country. Includes "
            "archived clients.",
        .examples =
            {"praxis client find lopez",
             "praxis client find lopez 1962",
             "praxis client find +1 555 0100"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
