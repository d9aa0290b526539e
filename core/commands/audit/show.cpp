// SPDX-License-Identifier: MIT
#include "journal/audit.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

constexpr std::int64_t usual_limit = 50;

struct Args {
    std::optional<std::string> record;
    std::optional<Date> since;
    std::string kind;
    std::int64_t limit = usual_limit;
};

void options(Options<Args>& options) {
    options.argument(&Args::record, "ID", "only what concerns C-0042, N-0107 ...");
    options.option(&Args::since, "since", "DATE", "only from that day on");
    options.option(&Args::kind, "only", "KIND", "changes or looks").choices({"changes", "looks"});
    options.option(&Args::limit, "limit", "N", "the newest N; default: 50, 0 shows all");
}

Result run(Session& session, const Args& args) {
    practice::AuditFilter filter{
        .record = args.record,
        .changes = args.kind != "looks",
        .views = args.kind != "changes",
        .limit = args.limit};
    if (args.since) {
        filter.since = session.zone().at(CivilTime{.date = *args.since}).instant;
    }
    Table table;
    table.columns = {
        {"at", "when"},
        {"user", "who"},
        {"login", "login"},
        {"command", "command"},
        {"change_set", "change", Align::right},
        {"what", "what"}};
    table.when_empty = "nothing is on record";
    for (const auto& entry : practice::audit_entries(session.db(), filter)) {
        table.rows.push_back(
            {session.zone().at(entry.at).iso(),
             entry.user ? Value{entry.user->str()} : Value{},
             entry.login.empty() ? Value{} : Value{entry.login},
             entry.command,
             entry.change_set ? Value{*entry.change_set} : Value{},
             entry.what}
        );
    }
    return table;
}

} // namespace

CommandSpec audit_show_command() {
    return command<Args>({
        .summary = "who changed or looked at what, the newest first",
        .details = "Looks at charts since the last change are taken over with the next one.",
        .examples =
            {"praxis audit show",
             "praxis audit show C-0042 --since -6m",
             "praxis audit show --only looks --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
