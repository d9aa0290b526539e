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

/// One of the terms, in the forms in which it is compared.
struct Term {
    explicit Term(const std::string& typed)
        : text(typed), names(typed), digits(clients::phone_digits(typed)) {}

    [[nodiscard]] bool matches(const clients::ClientRow& client, const std::string& folded) const {
        return names.match(client, folded) || clients::matches_birth(client, text) ||
               has_phone(client, digits) || has_email(client, text);
    }

    std::string text;
    clients::NameTerms names;
    std::string digits;
};

Result run(Session& session, const Args& args) {
    const auto all_terms = fold(join(args.terms, " "));
    if (all_terms.empty()) {
        throw UsageError("TERMS is missing", "give a part of a name: praxis client find maria");
    }
    const auto digits = clients::phone_digits(all_terms);
    const auto words = split(all_terms, ' ');
    const std::vector<Term> terms{words.begin(), words.end()};
    std::vector<clients::ClientRow> found;
    // a caller's number is compared with every client's
    const auto word =
        digits.empty() && terms.front().digits.empty() ? words.front() : std::string{};
    clients::ClientReader reader{session.db(), clients::ClientFilter::all, word};
    while (auto client = reader.next()) {
        const auto names = clients::folded_names(*client);
        if (has_phone(*client, digits) ||
            std::all_of(terms.begin(), terms.end(), [&](const auto& term) {
                return term.matches(*client, names);
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
