// SPDX-License-Identifier: MIT
#include "backup/ledger.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

Result run(Session& any_session, const NoArgs& /*args*/) {
    auto& session = host_session(any_session);
    const auto ledger = backup::read_ledger(session.practice_path());
    Table table;
    table.columns = {
        {"made", "made"},
        {"file", "file"},
        {"size", "bytes", Align::right},
        {"state", "state"},
        {"digest", "digest", Align::left, true}};
    table.when_empty = "no backup has been made yet: praxis backup create";
    for (const auto& known : ledger.backups) {
        table.rows.push_back(
            {session.zone().at(known.made).iso(),
             known.file,
             static_cast<std::int64_t>(known.size),
             backup::state_of(known),
             known.digest}
        );
    }
    if (ledger.unreadable > 0) {
        session.report(
            std::to_string(ledger.unreadable) + " damaged line" +
            (ledger.unreadable == 1 ? " is" : "s are") + " ignored in " +
            backup::ledger_path(session.practice_path())
        );
    }
    return table;
}

} // namespace

CommandSpec backup_list_command() {
    return command<NoArgs>({
        .summary = "list the backups made on this machine, and whether the files still exist",
        .details = "`backup create` keeps this list beside the practice, newest last. A backup "
                   "file that you moved is listed as missing, but you can still restore it.",
        .examples = {"praxis backup list", "praxis backup list --json"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
