// SPDX-License-Identifier: MIT
#include "journal/audit.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/period.hpp>
#include <praxis/text.hpp>

#include <memory>

namespace praxis {
namespace {

constexpr std::int64_t usual_limit = 50;

struct Args {
    std::optional<std::string> record;
    std::optional<std::string> since;
    std::string kind;
    std::int64_t limit = usual_limit;
};

void options(Options<Args>& options) {
    options.argument(
        &Args::record, "ID", "only entries about this record, such as C-0042 or N-0107"
    );
    options.option(&Args::since, "since", "DATE", "only entries from that day on");
    options.option(&Args::kind, "only", "KIND", "only changes, or only accesses (looks)")
        .choices({"changes", "looks"});
    options.option(&Args::limit, "limit", "N", "the newest N; default: 50, 0 shows all");
}

Table::Row row_of(Session& session, const practice::AuditEntry& entry) {
    return make_row(
        session.zone().at(entry.at).iso(),
        entry.user ? Value{entry.user->str()} : Value{},
        entry.login.empty() ? Value{} : Value{entry.login},
        entry.command,
        entry.change_set ? Value{*entry.change_set} : Value{},
        entry.what
    );
}

Result run(Session& session, const Args& args) {
    practice::AuditFilter filter{
        .record = args.record,
        .changes = args.kind != "looks",
        .views = args.kind != "changes",
        .limit = args.limit};
    if (const auto since = read_first_day(session, "--since", args.since)) {
        filter.since = session.zone().at(CivilTime{.date = *since}).instant;
    }
    Table table;
    table.columns = {
        {"at", "When"},
        {"user", "Who"},
        {"login", "Login"},
        {"command", "Command"},
        {"change_set", "Change", Align::right},
        {"what", "What"}};
    table.when_empty = "no entries found";
    table.next = [&session, reader = std::make_shared<practice::AuditReader>(session.db(), filter)](
                     Table::Row& row
                 ) {
        const auto entry = reader->next();
        if (entry) {
            row = row_of(session, *entry);
        }
        return entry.has_value();
    };
    return table;
}

} // namespace

CommandSpec audit_show_command() {
    return command<Args>({
        .summary = "show who changed or viewed records, newest first",
        .details =
            "praxis adds the accesses since the last change to the journal with the next change.",
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
