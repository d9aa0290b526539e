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
    options
        .option(
            &Args::reason,
            "reason",
            "TEXT",
            "reason; it stays on record, so leave out health details"
        )
        .required();
    options.flag(
        &Args::despite_retention,
        "despite-retention",
        "erase although the record must be kept, or no rule is known; you are responsible"
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
                ? "this practice has no jurisdiction, so its retention period is unknown"
                : "there is no retention rule for the jurisdiction " + visible(jurisdiction),
            "set it: praxis practice edit --jurisdiction CODE; or add --despite-retention"
        );
    }
    const auto until =
        clients::keep_until(*rule, session.zone().at(last_entry).civil().date, client.born);
    if (session.today() < until) {
        throw Refused(
            "the record of " + client.id.str() + " must be kept until " + until.iso() + " (" +
                rule->name + ": " + std::to_string(rule->years) + " years from the last entry; " +
                rule->source + ")",
            "praxis client archive " + client.id.str() +
                " removes the client from the list until then"
        );
    }
}

Result run(Session& session, const Args& args) {
    if (trim(args.reason).empty()) {
        throw UsageError("--reason is empty", "give --reason TEXT");
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
        id +
        " is erased from the records, the search index and the journal. Earlier backups, letters "
        "and exports still contain the record: praxis backup list, praxis disclosure list"
    );
    return Message{id, Value::Object{{"id", id}, {"erased", true}}};
}

std::string confirm_name(Session& session, const Args& args) {
    return clients::get_client(session, args.client).id.str();
}

} // namespace

CommandSpec client_erase_command() {
    return command<Args>({
        .summary = "erase a client permanently",
        .examples = {"praxis client erase C-0042 --reason \"client asked, retention is over\" "
                     "--confirm C-0042"},
        .exits = {{Exit::refused, "the record must still be kept"}},
        .access = Access::write,
        .danger = Danger::severe,
        .options = options,
        .run = run,
        .confirm_name = confirm_name,
    });
}

} // namespace praxis
