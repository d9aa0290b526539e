// SPDX-License-Identifier: MIT
#include "override_queries.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

namespace praxis::safety {

namespace {

const std::string columns = "override, uuid, client, rule, rule_version, technique, regions, found,"
                            " basis, reason, first_day, last_day, made_at, made_offset, author,"
                            " author_name, withdrawn_at, withdrawn_offset, withdrawn_by,"
                            " withdrawal_reason";

std::vector<std::string> read_basis(const std::string& text) {
    const auto list = parse_json(text, "the basis of an override");
    std::vector<std::string> items;
    for (const auto& item : list.as_array()) {
        items.push_back(item.as_text());
    }
    return items;
}

std::optional<Withdrawal> read_withdrawal(SQLite::Statement& row, int index) {
    if (!optional_number(row, index)) {
        return std::nullopt;
    }
    return Withdrawal{
        .at = column_zoned(row, index),
        .by = column_text(row, index + 2),
        .reason = column_text(row, index + 3)};
}

Override read_override(SQLite::Statement& row) {
    const auto regions = optional_text(row, 6);
    return {
        .number = column_number(row, 0),
        .uuid = column_uuid(row, 1),
        .client = {column_number(row, 2)},
        .rule = column_text(row, 3),
        .rule_version = static_cast<int>(column_number(row, 4)),
        .technique = column_text(row, 5),
        .regions = regions ? split(*regions, ' ') : std::vector<std::string>{},
        .found = optional_text(row, 7).value_or(""),
        .basis = read_basis(column_text(row, 8)),
        .reason = column_text(row, 9),
        .first_day = optional_date(row, 10).value(),
        .last_day = optional_date(row, 11).value(),
        .made = column_zoned(row, 12),
        .author = {column_number(row, 14)},
        .author_name = column_text(row, 15),
        .withdrawn = read_withdrawal(row, 16)};
}

} // namespace

std::int64_t insert_override(SQLite::Database& db, const Override& made) {
    execute(
        db,
        "INSERT INTO safety_override (uuid, client, rule, rule_version, technique, regions, found,"
        " basis, reason, first_day, last_day, made_at, made_offset, author, author_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{made.uuid},
        made.client,
        made.rule,
        made.rule_version,
        made.technique,
        null_if_empty(join(made.regions, " ")),
        null_if_empty(made.found),
        to_canonical_json(Value::Array(made.basis.begin(), made.basis.end())),
        made.reason,
        made.first_day,
        made.last_day,
        made.made.instant,
        made.made.offset,
        made.author,
        made.author_name
    );
    return db.getLastInsertRowid();
}

void withdraw_override(SQLite::Database& db, std::int64_t number, const Withdrawal& withdrawal) {
    execute(
        db,
        "UPDATE safety_override SET withdrawn_at = ?, withdrawn_offset = ?, withdrawn_by = ?,"
        " withdrawal_reason = ? WHERE override = ?",
        withdrawal.at.instant,
        withdrawal.at.offset,
        withdrawal.by,
        withdrawal.reason,
        number
    );
}

void for_each_override(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const Override&)>& take
) {
    auto query = statement(
        db,
        "SELECT " + columns + " FROM safety_override WHERE " +
            (client ? "client = ?1" : "?1 IS NULL") + " ORDER BY override",
        client
    );
    while (query.executeStep()) {
        take(read_override(query));
    }
}

std::vector<Override> overrides_of(SQLite::Database& db, ClientId client) {
    std::vector<Override> overrides;
    for_each_override(db, client, [&](const Override& made) { overrides.push_back(made); });
    return overrides;
}

std::vector<Work> work_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT DISTINCT technique, coalesce(region, '') FROM soap_region"
            " WHERE note = ?1 AND technique IS NOT NULL UNION "
            "SELECT value, '' FROM soap_note, json_each(techniques) WHERE note = ?1"
            " AND value NOT IN (SELECT technique FROM soap_region"
            "  WHERE note = ?1 AND technique IS NOT NULL) ORDER BY 1, 2",
            note
        ),
        [](SQLite::Statement& row) {
            return Work{column_text(row, 0), column_text(row, 1)};
        }
    );
}

Date session_day(SQLite::Database& db, NoteId note) {
    const auto began = first_row(
        statement(db, "SELECT began_at, began_offset FROM soap_note WHERE note = ?", note),
        [](SQLite::Statement& row) { return column_zoned(row, 0); }
    );
    return began.value().civil().date;
}

std::optional<Instant> last_entry(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT max(max(made_at, coalesce(withdrawn_at, 0))) AS latest FROM safety_override"
            " WHERE client = ? HAVING latest IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_instant(row, 0); }
    );
}

void delete_of_client(SQLite::Database& db, ClientId client) {
    execute(db, "DELETE FROM safety_override WHERE client = ?", client);
}

} // namespace praxis::safety
