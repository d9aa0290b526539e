// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/client_options.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args : clients::ClientOptions {
    std::string client;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    clients::add_client_options(options);
}

/// The numbers and addresses that --phone and --email replaced.
void report_removed(
    Session& session, const clients::ClientRow& before, const clients::ClientRow& after
) {
    for (const auto* system : {"phone", "email"}) {
        const auto kept = clients::contacts_of(after, system);
        for (const auto& contact : clients::contacts_of(before, system)) {
            const bool is_kept = std::any_of(kept.begin(), kept.end(), [&](const auto& one) {
                return one.value == contact.value;
            });
            if (!is_kept) {
                session.report(
                    std::string{system} + " " + contact.value + " is no longer on record"
                );
            }
        }
    }
}

/// The names of the options whose values changed.
std::vector<std::string>
changed_fields(const clients::ClientRow& before, const clients::ClientRow& after) {
    auto changed = clients::changed_members(clients::json_of(before), clients::json_of(after));
    for (const auto* derived :
         {"full_name", "phone", "phone_kind", "email", "email_kind", "contacts"}) {
        std::erase(changed, derived);
    }
    for (const auto* system : {"phone", "email"}) {
        if (clients::contacts_of(before, system) != clients::contacts_of(after, system)) {
            changed.emplace_back(system);
        }
    }
    return changed;
}

Result run(Session& session, const Args& args) {
    auto client = clients::get_client(session, args.client);
    if (!clients::any_given(args)) {
        throw UsageError(
            "no change was given", "give at least one option, such as --phone or --email"
        );
    }
    const auto before = client;
    clients::apply(session, args, client);
    const auto changed = changed_fields(before, client);
    if (!changed.empty()) {
        client.changed = session.civil_now();
        clients::update_client(session.db(), client);
        report_removed(session, before, client);
    }
    return clients::report_edit(session, client.id.str(), changed);
}

} // namespace

CommandSpec client_edit_command() {
    return command<Args>({
        .summary = "change what is recorded about a client",
        .details = "Changes the given fields only. An empty text clears a field: --email \"\". "
                   "--phone and --email replace all numbers or addresses: repeat those to keep.",
        .examples =
            {"praxis client edit C-0001 --phone \"+1 555 0199\"",
             "praxis client edit C-0001 --phone \"mobile:+1 555 0199\" --phone \"work:+1 555 "
             "0143\" "
             "--contact-by sms",
             "praxis client edit maria --email \"\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
