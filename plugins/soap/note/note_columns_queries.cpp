// SPDX-License-Identifier: MIT
#include "note/note_columns_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

const std::string column_names =
    "n.complaint, n.minutes, n.techniques, n.pain_before, n.pain_after, n.stress_before,"
    " n.stress_after, n.next_visit, n.review_on";

NoteColumns read_columns(SQLite::Statement& query, int first) {
    const auto complaint = optional_number(query, first);
    const auto minutes = optional_number(query, first + 1);
    return {
        .complaint = complaint ? std::optional{ComplaintId{*complaint}} : std::nullopt,
        .length = minutes ? std::optional{Minutes{*minutes}} : std::nullopt,
        .techniques = column_texts(query, first + 2),
        .pain_before = optional_int(query, first + 3),
        .pain_after = optional_int(query, first + 4),
        .stress_before = optional_int(query, first + 5),
        .stress_after = optional_int(query, first + 6),
        .next_visit = optional_date(query, first + 7),
        .review_on = optional_date(query, first + 8)};
}

std::optional<int> optional_int(SQLite::Statement& query, int index) {
    const auto number = optional_number(query, index);
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

std::vector<std::string> column_texts(SQLite::Statement& query, int index) {
    return parse_json(column_text(query, index), "soap_note").texts();
}

} // namespace praxis::soap
