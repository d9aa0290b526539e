// SPDX-License-Identifier: MIT
/// A complaint that came back: the same place again within six months after an earlier complaint
/// was closed.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans::home {

/// A complaint as recurrences compare it.
struct ComplaintSpan {
    ComplaintId id;
    std::string place;  // region, side and title, in words
    std::string region; // empty: not recorded
    std::string side;
    std::string title;
    Date
        opened; // its onset, when that is later than its predecessor's end; otherwise when recorded
    std::optional<Date> onset;
    std::optional<Date> closed;
};

struct Recurrence {
    ComplaintId earlier;
    Date closed;
    ComplaintId later;
    Date opened;
    std::string place;
    bool open = false; // the later one is still open
};

/// Of all complaints of a client, those that came back. Each comes back from the newest earlier
/// one.
std::vector<Recurrence> find_recurrences(const std::vector<ComplaintSpan>& complaints);

std::vector<Recurrence> recurrences_of(SQLite::Database& db, ClientId client);

/// "3 weeks after CO-0001 was closed (2026-06-01): lower back, both sides".
/// with_number  no: "after it was closed", for readers outside the practice
std::string recurrence_text(const Recurrence& recurrence, bool with_number = true);

} // namespace praxis::plans::home
