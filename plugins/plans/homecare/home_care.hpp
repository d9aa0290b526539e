// SPDX-License-Identifier: MIT
/// The rows of plans_homecare: items given, checklists answered, tools at home.
#pragma once
#include "homecare/dose.hpp"
#include "homecare/limits.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans::home {

using HomeCareId = Id<"H">;

/// item: a line of the library. checklist: answers of one day. tools: what is at home.
enum class Kind { item, checklist, tools };

/// "item", "checklist", "tools".
std::string_view kind_name(Kind kind);

/// What the client said about an item.
struct Report {
    Date on;
    std::string done;   // yes, partly, no
    std::string helped; // yes, no, worse; empty: not asked
    std::string note;   // may be empty
    std::string by;     // who wrote it down, as the name was then
};

struct HomeCare {
    HomeCareId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint = {};
    Kind kind = Kind::item;
    std::string item; // id in the library; empty: tools
    int version = 0;  // of the library's file; 0: tools
    std::string name; // as the library called it then
    Value content;    // see 0002_homecare.sql
    std::vector<Report> reports = {};
    Date first_day;
    std::optional<Date> last_day = {};
    std::optional<Date> ended_on = {};
    std::string end_reason = {};
    ZonedTime made;
    UserId author;
    std::string author_name;

    [[nodiscard]] Dose dose() const;

    [[nodiscard]] std::vector<std::string> areas() const { return content.texts_at("areas"); }
};

/// The regions in words: "lower back".
std::vector<std::string> region_names(const std::vector<std::string>& areas);

/// Why an item is given that limits leave out: the reason, and what was found then.
Value despite_value(const std::string& reason, const std::vector<LimitFinding>& findings);

/// The findings that are not yet answered: one with a new reason in the record is open again.
std::vector<LimitFinding> open_findings(const HomeCare& line, std::vector<LimitFinding> findings);

/// The open findings of a line as the record is now. A line whose item the library does not have,
/// or has switched off, is left out, because praxis cannot check it.
std::vector<LimitFinding>
check_line(const Library& library, const ClientFacts& facts, const HomeCare& line);

/// Whether the line is left out because its item is gone or switched off.
bool is_unchecked(const LimitFinding& finding);

/// How to replace such a line, as commands.
std::string replacing_text(const HomeCare& line);

HomeCareId insert_home_care(SQLite::Database& db, const HomeCare& row);

/// Everything but the id, the UUID, the client, the kind and the item can change.
void update_home_care(SQLite::Database& db, const HomeCare& row);

/// The items that the client has now, oldest first.
std::vector<HomeCare> current_items(SQLite::Database& db, ClientId client);

/// All rows of that kind, oldest first.
std::vector<HomeCare> all_home_care(SQLite::Database& db, ClientId client, Kind kind);

/// All rows, of one client or of the whole practice, oldest first.
void for_each_home_care(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const HomeCare&)>& take
);

/// The newest answers to the checklist; nothing when it was never asked.
std::optional<HomeCare>
newest_answers(SQLite::Database& db, ClientId client, std::string_view checklist);

/// The ids of the tools at home, and others in the client's words; nothing when never asked.
std::optional<HomeCare> newest_tools(SQLite::Database& db, ClientId client);

/// By id, such as H-0001.
/// errors  UsageError when it is not such an id; NotFound
HomeCare get_home_care(Session& session, std::string_view id);

/// The same, an item that is current.
/// errors  Refused when it has ended, or is no item
HomeCare get_current_item(Session& session, std::string_view id);

/// The current items of those ids; all of the client's when none is named.
/// errors  as get_current_item(); Refused for a line of another client
std::vector<HomeCare>
named_items(Session& session, ClientId client, const std::vector<std::string>& ids);

/// A line of the day's list.
struct Overdue {
    ClientId client;
    Kind kind = Kind::item;
    std::string item;
    std::string name;
    Date last_day;
};

/// Current items whose last day has passed by then, and newest checklists to be asked again by
/// then, of clients who are not archived.
std::vector<Overdue> overdue_on(SQLite::Database& db, Date on);

/// The time of the newest entry about the client.
std::optional<Instant> last_home_care_entry(SQLite::Database& db, ClientId client);

void delete_home_care(SQLite::Database& db, ClientId client);

} // namespace praxis::plans::home
