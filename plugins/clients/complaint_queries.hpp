// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::clients {

/// The causes that --cause accepts, in the order in which a complaint lists them.
const std::vector<std::string>& all_causes();

/// A row of clients_complaint with its causes. Texts are never empty: an absent text has no value.
struct ComplaintRow {
    ComplaintId id;
    std::string uuid;
    ClientId client;
    std::optional<std::string> own_title; // no value: made of region and side
    std::optional<std::string> text;      // in the client's own words
    std::vector<std::string> causes;      // in the order of all_causes()
    std::optional<std::string> region;
    std::optional<std::string> side;
    std::optional<std::string> onset; // "2019", "2019-03" or "2019-03-05"
    std::optional<std::string> onset_type;
    std::optional<std::string> mechanism;
    std::optional<bool> stated_chronic; // no value: computed from the onset
    std::vector<std::string> goals;     // each without line feeds
    std::optional<Date> closed_on;
    std::optional<std::string> closing_reason;
    std::optional<std::string> closing_note;
    ZonedTime added;
};

/// "lower back, both sides" unless the complaint has its own title.
std::string title_of(const ComplaintRow& complaint);

/// The onset as a day. Of a year or a month it is the last day, so that a recent complaint does not
/// seem old, but no day after the complaint was recorded.
std::optional<Date> onset_day(const ComplaintRow& complaint);

/// As the client states. By default whether more than 12 weeks have passed from the onset to that
/// day or to the closing; no value without an onset.
/// source  WHO 2023, Guideline for non-surgical management of chronic primary low back pain in
///         adults: chronic is longer than 3 months
std::optional<bool> is_chronic(const ComplaintRow& complaint, Date on);

ComplaintId insert_complaint(SQLite::Database& db, const ComplaintRow& complaint);
void update_complaint(SQLite::Database& db, const ComplaintRow& complaint);
std::optional<ComplaintRow> find_complaint(SQLite::Database& db, ComplaintId id);

/// By id: oldest first.
std::vector<ComplaintRow> complaints_of(SQLite::Database& db, ClientId client);

} // namespace praxis::clients
