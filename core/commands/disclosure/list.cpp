// SPDX-License-Identifier: MIT
#include <praxis/command.hpp>
#include <praxis/period.hpp>
#include <praxis/sql.hpp>

#include <memory>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> since;
};

void options(Options<Args>& options) {
    options.option(&Args::since, "since", "DATE", "only disclosures on or after that day");
}

Table::Row row_of(SQLite::Statement& query) {
    return make_row(
        DisclosureId{column_number(query, 0)}.str(),
        column_zoned(query, 1).civil().str(),
        ClientId{column_number(query, 3)}.str(),
        column_text(query, 4),
        column_text(query, 5),
        column_text(query, 6),
        null_if_empty(column_hex(query, 7))
    );
}

Result run(Session& session, const Args& args) {
    Table table;
    table.columns = {
        {"id", "id"},
        {"at", "at"},
        {"client", "client"},
        {"recipient", "recipient"},
        {"what", "what"},
        {"purpose", "purpose"},
        {"digest", "digest", Align::left, true}};
    table.when_empty = "there are no disclosures";
    const auto day = read_first_day(session, "--since", args.since);
    const auto since = day ? session.zone().at(CivilTime{*day, Minutes{0}}).instant : Instant{};
    const auto query = std::make_shared<SQLite::Statement>(statement(
        session.db(),
        "SELECT disclosure, at, at_offset, client, recipient, what, purpose, digest"
        " FROM core_disclosure WHERE at >= ? ORDER BY disclosure",
        since
    ));
    table.next = [query](Table::Row& row) {
        if (!query->executeStep()) {
            return false;
        }
        row = row_of(*query);
        return true;
    };
    return table;
}

} // namespace

CommandSpec disclosure_list_command() {
    return command<Args>({
        .summary = "list the records that were given to others, with recipient and purpose",
        .details = "The list has every letter that was sent and every export of a client's record. "
                   "praxis never removes an entry.",
        .examples = {"praxis disclosure list", "praxis disclosure list --since 2026-01-01"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
