// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "erase_queries.hpp"
#include "retention.hpp"

#include <praxis/clients/erasing.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::string reason;
    bool despite_retention = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::reason, "reason", "TEXT", "why; stays on record, so nothing of the chart")
        .required();
    options.flag(
        &Args::despite_retention,
        "despite-retention",
        "although the record has to be kept, or no rule is known: you answer for it"
    );
}

void refuse_inside_retention(
    Session& session, const clients::ClientRow& client, Instant last_entry
) {
    const auto rule = clients::find_retention_rule(session);
    const auto& jurisdiction = session.practice().jurisdiction;
    if (!rule) {
        throw Refused(
            jurisdiction.empty()
                ? "it is not known whose rules hold for this practice, so not how long a record "
                  "has to be kept"
                : "no rule is known for " + visible(jurisdiction) +
                      ": how long a record has to be "
                      "kept there is not known",
            "praxis practice edit --jurisdiction CODE, or give --despite-retention"
        );
    }
    const auto until =
        clients::keep_until(*rule, session.zone().at(last_entry).civil().date, client.born);
    if (session.today() < until) {
        throw Refused(
            "the record of " + client.id.str() + " has to be kept until " + until.iso() + " (" +
                rule->name + ": " + std::to_string(rule->years) + " years from the last entry; " +
                rule->source + ")",
            "praxis client archive " + client.id.str() + " takes the client off the list meanwhile"
        );
    }
}

Result run(Session& session, const Args& args) {
    if (trim(args.reason).empty()) {
        throw UsageError("--reason: why is this client erased?");
    }
    const auto client = clients::get_client(session, args.client);
    const auto id = client.id.str();
    session.begin_erasure({client.id.number, client.uuid, trim(args.reason)});
    const auto last_entry = std::make_shared<Instant>(clients::last_entry(session.db(), client.id));
    session.emit(clients::ClientErasing{client.id, last_entry});
    if (!args.despite_retention) {
        refuse_inside_retention(session, client, *last_entry);
    }
    clients::delete_client(session.db(), client.id);
    session.report(
        id + " is erased: from the records, the searches and the journal. Backups, letters and "
             "exports made before still hold the record: praxis backup list, praxis disclosure list"
    );
    return Message{id, Value::Object{{"id", id}, {"erased", true}}};
}

std::string confirm_name(Session& session, const Args& args) {
    return clients::get_client(session, args.client).id.str();
}

} // namespace

CommandSpec client_erase_command() {
    return command<Args>({
        .summary = "erase a client for good",
        .examples = {"praxis client erase C-0042 --reason \"asked for, the time is over\" "
                     "--confirm C-0042"},
        .access = Access::write,
        .danger = Danger::severe,
        .options = options,
        .run = run,
        .confirm_name = confirm_name,
    });
}

} // namespace praxis
