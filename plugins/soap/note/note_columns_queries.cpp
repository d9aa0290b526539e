// SPDX-License-Identifier: MIT
#include "note/note_columns_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

// The index soap_amendment_void answers it.
std::string is_void(const std::string& note) {
    return "EXISTS (SELECT 1 FROM soap_amendment v WHERE v.note = " + note +
           ".note AND v.kind = 'void')";
}

namespace {

/// A number about the complaints of the client that were open on the day of a note without one.
std::string of_open_complaints(const std::string& note, const std::string& number) {
    const auto day = "date(" + note + ".began_at + " + note + ".began_offset * 60, 'unixepoch')";
    return "(" + note + ".complaint IS NULL AND " + note + ".kind = 'treatment' AND (SELECT " +
           number + " FROM clients_complaint c WHERE c.client = " + note +
           ".client AND (c.onset IS NULL OR c.onset <= " + day +
           ") AND (c.closed_on IS NULL OR c.closed_on >= " + day + ")))";
}

/// The note names the complaint, or only this one was open.
std::string is_surely_of(const std::string& note, const std::string& complaint) {
    return "(" + note + ".complaint = " + complaint + " OR " +
           of_open_complaints(note, "count(*) = 1 AND min(c.complaint) = " + complaint) + ")";
}

/// Another signed note of the client that counts is surely of the complaint.
std::string has_sure_note(const std::string& client, const std::string& complaint) {
    return "EXISTS (SELECT 1 FROM soap_note s WHERE s.client = " + client +
           " AND s.state = 'signed' AND " + is_surely_of("s", complaint) + " AND NOT " +
           is_void("s") + ")";
}

} // namespace

std::string is_of_unknown_complaint(const std::string& parameter) {
    return of_open_complaints("n", "count(*) > 1 AND max(c.complaint = " + parameter + ")");
}

std::string is_of_complaint(const std::string& parameter) {
    return "(" + is_surely_of("n", parameter) + " OR (" + is_of_unknown_complaint(parameter) +
           " AND NOT " + has_sure_note("n.client", parameter) + "))";
}

NoteColumns read_columns(SQLite::Statement& query, int first) {
    const auto minutes = optional_number(query, first + 1);
    return {
        .kind = column_text(query, first + 9),
        .complaint = optional_id<ComplaintId>(query, first),
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
