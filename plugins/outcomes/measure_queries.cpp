// SPDX-License-Identifier: MIT
#include "measure_queries.hpp"

#include <praxis/sql.hpp>

#include <algorithm>

namespace praxis::outcomes {

namespace {

const std::string columns =
    "SELECT m.measure, m.uuid, m.client, m.complaint, m.instrument, m.instrument_version,"
    " m.language, m.measured_on, m.moment, m.score, m.answers, m.remark, m.replaces, m.reason,"
    " m.made_at, m.made_offset, m.author, m.author_name,"
    " (SELECT later.measure FROM outcomes_measure later WHERE later.replaces = m.measure)"
    " FROM outcomes_measure m ";

const std::string counts =
    "NOT EXISTS (SELECT 1 FROM outcomes_measure later WHERE later.replaces = m.measure)";

template <class AnyId> std::optional<AnyId> optional_id(SQLite::Statement& row, int index) {
    const auto number = optional_number(row, index);
    return number ? std::optional{AnyId{*number}} : std::nullopt;
}

Given read_given(SQLite::Statement& row, int index) {
    const auto text = optional_text(row, index);
    return text ? given_from(parse_json(*text, "outcomes_measure")) : Given{};
}

Measure read_measure(SQLite::Statement& row) {
    return {
        .id = {column_number(row, 0)},
        .uuid = column_uuid(row, 1),
        .client = {column_number(row, 2)},
        .complaint = optional_id<ComplaintId>(row, 3),
        .instrument = column_text(row, 4),
        .version = static_cast<int>(column_number(row, 5)),
        .language = column_text(row, 6),
        .on = optional_date(row, 7).value(),
        .moment = optional_text(row, 8).value_or(""),
        .score = row.getColumn(9).getDouble(),
        .given = read_given(row, 10),
        .remark = optional_text(row, 11).value_or(""),
        .replaces = optional_id<MeasureId>(row, 12),
        .reason = optional_text(row, 13).value_or(""),
        .made = column_zoned(row, 14),
        .author = {column_number(row, 16)},
        .author_name = column_text(row, 17),
        .replaced_by = optional_id<MeasureId>(row, 18)};
}

std::optional<std::string> json_or_null(const Given& given) {
    return given.is_empty() ? std::nullopt : std::optional{to_canonical_json(to_value(given))};
}

} // namespace

MeasureId insert_measure(SQLite::Database& db, const Measure& measure) {
    execute(
        db,
        "INSERT INTO outcomes_measure (uuid, client, complaint, instrument, instrument_version,"
        " language, measured_on, moment, score, answers, remark, replaces, reason, made_at,"
        " made_offset, author, author_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{measure.uuid},
        measure.client,
        measure.complaint,
        measure.instrument,
        measure.version,
        measure.language,
        measure.on,
        null_if_empty(measure.moment),
        measure.score,
        json_or_null(measure.given),
        null_if_empty(measure.remark),
        measure.replaces,
        null_if_empty(measure.reason),
        measure.made.instant,
        measure.made.offset,
        measure.author,
        measure.author_name
    );
    return {db.getLastInsertRowid()};
}

std::optional<Measure> find_measure(SQLite::Database& db, MeasureId id) {
    return first_row(statement(db, columns + "WHERE m.measure = ?", id), read_measure);
}

void for_each_measure(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const Measure&)>& take
) {
    auto query = statement(
        db,
        columns + "WHERE " + (client ? "m.client = ?1" : "?1 IS NULL") + " ORDER BY m.measure",
        client
    );
    while (query.executeStep()) {
        take(read_measure(query));
    }
}

std::vector<Measure>
measures_of(SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint) {
    return all_rows(
        statement(
            db,
            columns + "WHERE m.client = ?1 AND (?2 IS NULL OR m.complaint IS ?2) AND " + counts +
                " ORDER BY m.measured_on, m.measure",
            client,
            complaint
        ),
        read_measure
    );
}

std::optional<Measure> newest_measure(
    SQLite::Database& db,
    ClientId client,
    const std::string& instrument,
    std::optional<ComplaintId> complaint
) {
    return first_row(
        statement(
            db,
            columns + "WHERE m.client = ?1 AND m.instrument = ?2 AND m.complaint IS ?3 AND " +
                counts + " ORDER BY m.measured_on DESC, m.measure DESC LIMIT 1",
            client,
            instrument,
            complaint
        ),
        read_measure
    );
}

std::optional<Instant> last_entry(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT max(made_at) AS latest FROM outcomes_measure WHERE client = ?"
            " HAVING latest IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_instant(row, 0); }
    );
}

void delete_of_client(SQLite::Database& db, ClientId client) {
    execute(db, "DELETE FROM outcomes_measure WHERE client = ?", client);
}

} // namespace praxis::outcomes
