// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::clients {

/// The causes of the taxonomy, as --cause takes them.
const std::vector<std::string>& all_causes();

/// A row of clients_complaint with its causes. Texts are never empty: absent is nothing.
struct ComplaintRow {
    ComplaintId id;
    std::string uuid;
    ClientId client;
    std::optional<std::string> own_title; // nothing: made of region and side
    std::vector<std::string> causes;      // in the order of all_causes()
    std::optional<std::string> region;
    std::optional<std::string> side;
    std::optional<Date> onset;
    std::optional<std::string> onset_type;
    std::optional<std::string> mechanism;
    std::optional<bool> stated_chronic; // nothing: computed from the onset
    std::vector<std::string> goals;     // each without line feeds
    std::optional<Date> closed_on;
    std::optional<std::string> closing_reason;
    std::optional<std::string> closing_note;
    ZonedTime added;
};

/// "lower back, both sides" unless the complaint has a title of its own.
std::string title_of(const ComplaintRow& complaint);

/// As stated; else whether more than 12 weeks have passed since the onset, up to that day or the
/// day it was closed; nothing without an onset.
/// source  chronic pain: longer than three months (domain.md S06, S07)
std::optional<bool> is_chronic(const ComplaintRow& complaint, Date on);

ComplaintId insert_complaint(SQLite::Database& db, const ComplaintRow& complaint);
void update_complaint(SQLite::Database& db, const ComplaintRow& complaint);
std::optional<ComplaintRow> find_complaint(SQLite::Database& db, ComplaintId id);

/// By id: oldest first.
std::vector<ComplaintRow> complaints_of(SQLite::Database& db, ClientId client);

} // namespace praxis::clients
