// SPDX-License-Identifier: MIT
#include "complaint_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/period.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

const std::string columns =
    "complaint, uuid, client, title, text, region, side, onset, onset_type, "
    "mechanism, chronic, goals, closed_on, closing_reason, closing_note, "
    "added_at, added_offset";

std::optional<std::string> one_a_line(const std::vector<std::string>& goals) {
    return goals.empty() ? std::nullopt : std::optional{join(goals, "\n")};
}

ComplaintRow read_complaint(SQLite::Statement& query) {
    ComplaintRow complaint;
    int column = 0;
    complaint.id = {column_number(query, column++)};
    complaint.uuid = column_uuid(query, column++);
    complaint.client = {column_number(query, column++)};
    complaint.own_title = optional_text(query, column++);
    complaint.text = optional_text(query, column++);
    complaint.region = optional_text(query, column++);
    complaint.side = optional_text(query, column++);
    complaint.onset = optional_text(query, column++);
    complaint.onset_type = optional_text(query, column++);
    complaint.mechanism = optional_text(query, column++);
    if (const auto chronic = optional_number(query, column++)) {
        complaint.stated_chronic = *chronic != 0;
    }
    if (const auto goals = optional_text(query, column++)) {
        complaint.goals = split(*goals, '\n');
    }
    complaint.closed_on = optional_date(query, column++);
    complaint.closing_reason = optional_text(query, column++);
    complaint.closing_note = optional_text(query, column++);
    complaint.added = column_zoned(query, column);
    return complaint;
}

void read_causes(SQLite::Database& db, ComplaintRow& complaint) {
    const auto causes = all_rows(
        statement(
            db,
            "SELECT cause FROM clients_complaint_cause WHERE complaint = ? ORDER BY cause",
            complaint.id
        ),
        [](SQLite::Statement& query) { return column_text(query, 0); }
    );
    for (const auto& cause : all_causes()) {
        if (std::find(causes.begin(), causes.end(), cause) != causes.end()) {
            complaint.causes.push_back(cause);
        }
    }
}

void write_causes(SQLite::Database& db, const ComplaintRow& complaint) {
    ComplaintRow before;
    before.id = complaint.id;
    read_causes(db, before);
    for (const auto& cause : all_causes()) {
        const auto has = [&](const ComplaintRow& row) {
            return std::find(row.causes.begin(), row.causes.end(), cause) != row.causes.end();
        };
        if (has(complaint) && !has(before)) {
            execute(
                db,
                "INSERT INTO clients_complaint_cause (complaint, cause) VALUES (?, ?)",
                complaint.id,
                cause
            );
        } else if (!has(complaint) && has(before)) {
            execute(
                db,
                "DELETE FROM clients_complaint_cause WHERE complaint = ? AND cause = ?",
                complaint.id,
                cause
            );
        }
    }
}

} // namespace

const std::vector<std::string>& all_causes() {
    static const std::vector<std::string> causes{
        "posture", "muscle-tension", "injury", "degenerative", "other", "unknown"};
    return causes;
}

std::string title_of(const ComplaintRow& complaint) {
    return complaint.own_title
               ? *complaint.own_title
               : region_with_side(complaint.region.value_or(""), complaint.side.value_or(""));
}

std::optional<Date> onset_day(const ComplaintRow& complaint) {
    const auto onset = period_from_iso(complaint.onset.value_or(""));
    if (!onset) {
        return std::nullopt;
    }
    const auto recorded = complaint.added.civil().date;
    return recorded < onset->first ? onset->first : std::min(onset->last, recorded);
}

std::optional<bool> is_chronic(const ComplaintRow& complaint, Date on) {
    const auto onset = onset_day(complaint);
    if (complaint.stated_chronic || !onset) {
        return complaint.stated_chronic;
    }
    constexpr int twelve_weeks = 12 * 7;
    return complaint.closed_on.value_or(on) > onset->plus_days(twelve_weeks);
}

ComplaintId insert_complaint(SQLite::Database& db, const ComplaintRow& complaint) {
    execute(
        db,
        "INSERT INTO clients_complaint (uuid, client, title, text, region, side, onset, "
        "onset_type, "
        "mechanism, chronic, goals, closed_on, closing_reason, closing_note, added_at, "
        "added_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{complaint.uuid},
        complaint.client,
        complaint.own_title,
        complaint.text,
        complaint.region,
        complaint.side,
        complaint.onset,
        complaint.onset_type,
        complaint.mechanism,
        complaint.stated_chronic,
        one_a_line(complaint.goals),
        complaint.closed_on,
        complaint.closing_reason,
        complaint.closing_note,
        complaint.added.instant,
        complaint.added.offset
    );
    auto inserted = complaint;
    inserted.id = {db.getLastInsertRowid()};
    write_causes(db, inserted);
    return inserted.id;
}

void update_complaint(SQLite::Database& db, const ComplaintRow& complaint) {
    execute(
        db,
        "UPDATE clients_complaint SET title = ?, text = ?, region = ?, side = ?, onset = ?, "
        "onset_type = ?, mechanism = ?, chronic = ?, goals = ?, closed_on = ?, closing_reason = ?, "
        "closing_note = ? WHERE complaint = ?",
        complaint.own_title,
        complaint.text,
        complaint.region,
        complaint.side,
        complaint.onset,
        complaint.onset_type,
        complaint.mechanism,
        complaint.stated_chronic,
        one_a_line(complaint.goals),
        complaint.closed_on,
        complaint.closing_reason,
        complaint.closing_note,
        complaint.id
    );
    write_causes(db, complaint);
}

std::optional<ComplaintRow> find_complaint(SQLite::Database& db, ComplaintId id) {
    auto complaint = first_row(
        statement(db, "SELECT " + columns + " FROM clients_complaint WHERE complaint = ?", id),
        read_complaint
    );
    if (complaint) {
        read_causes(db, *complaint);
    }
    return complaint;
}

std::vector<ComplaintRow> complaints_of(SQLite::Database& db, ClientId client) {
    auto complaints = all_rows(
        statement(
            db,
            "SELECT " + columns + " FROM clients_complaint WHERE client = ? ORDER BY complaint",
            client
        ),
        read_complaint
    );
    for (auto& complaint : complaints) {
        read_causes(db, complaint);
    }
    return complaints;
}

} // namespace praxis::clients
