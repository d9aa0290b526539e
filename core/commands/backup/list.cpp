// SPDX-License-Identifier: MIT
#include "backup/ledger.hpp"
#include "practice/kept_copies.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

#include <boost/filesystem.hpp>

namespace praxis {
namespace {

/// The copies that praxis keeps beside the practice hold the records of their time too.
void add_copies(Table& table, const std::string& practice) {
    for (const auto& copy : practice::kept_copies(practice)) {
        boost::system::error_code error;
        const auto size = boost::filesystem::file_size(copy.path, error);
        table.rows.push_back(make_row(
            Value{},
            copy.path,
            "kept " + copy.origin,
            error ? Value{} : Value{static_cast<std::int64_t>(size)},
            "present",
            Value{}
        ));
    }
}

Result run(Session& any_session, const NoArgs& /*args*/) {
    auto& session = host_session(any_session);
    const auto ledger = backup::read_ledger(session.practice_path());
    Table table;
    table.columns = {
        {"made", "made"},
        {"file", "file"},
        {"kind", "kind"},
        {"size", "bytes", Align::right},
        {"state", "state"},
        {"digest", "digest", Align::left, true}};
    table.when_empty = "no backup has been made yet: praxis backup create";
    for (const auto& known : ledger.backups) {
        table.rows.push_back(
            {session.zone().at(known.made).iso(),
             known.file,
             "backup",
             static_cast<std::int64_t>(known.size),
             backup::state_of(known),
             known.digest}
        );
    }
    add_copies(table, session.practice_path());
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
        .details =
            "`backup create` keeps this list beside the practice, newest last. A backup "
            "file that you moved is listed as missing, but you can still restore it. The list "
            "ends with the copies that praxis keeps beside the practice from before a "
            "restore, a migration or a purge.",
        .examples = {"praxis backup list", "praxis backup list --json"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
