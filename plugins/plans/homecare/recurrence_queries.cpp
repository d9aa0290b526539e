// SPDX-License-Identifier: MIT
#include "homecare/recurrence.hpp"

#include <praxis/body.hpp>
#include <praxis/period.hpp>
#include <praxis/sql.hpp>

namespace praxis::plans::home {

namespace {

ComplaintSpan read_span(SQLite::Statement& row) {
    ComplaintSpan span{
        .id = {column_number(row, 0)},
        .place = {},
        .region = optional_text(row, 2).value_or(""),
        .side = optional_text(row, 3).value_or(""),
        .title = optional_text(row, 1).value_or(""),
        .opened = column_zoned(row, 5).civil().date,
        .onset = std::nullopt,
        .closed = optional_date(row, 7)};
    if (const auto period = period_from_iso(optional_text(row, 4).value_or(""))) {
        span.onset = period->first;
    }
    span.place = span.region.empty() ? span.title : region_with_side(span.region, span.side);
    return span;
}

} // namespace

std::vector<Recurrence> recurrences_of(SQLite::Database& db, ClientId client) {
    return find_recurrences(all_rows(
        statement(
            db,
            "SELECT complaint, title, region, side, onset, added_at, added_offset, closed_on"
            " FROM clients_complaint WHERE client = ? ORDER BY complaint",
            client
        ),
        read_span
    ));
}

} // namespace praxis::plans::home
