// SPDX-License-Identifier: MIT
/// The statements that list and search notes.
#pragma once
#include "note/note.hpp"

#include <praxis/sql.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// The notes that a list shows. An empty member matches all.
struct NoteFilter {
    std::optional<ClientId> client;
    std::optional<ComplaintId> complaint;
    std::optional<std::string> state;
    std::optional<std::string> technique;
    std::optional<std::string> region;
    std::optional<std::string> pain; // "fell", "rose", "same": from before to after
    std::optional<Instant> since;    // sessions that began then or later
    std::optional<Instant> until;    // sessions that began before
    bool with_void = false;          // also void notes
    std::int64_t limit = -1;         // negative: no limit
};

/// A line of a list.
struct NoteLine {
    NoteId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint;
    std::string state; // draft, signed, void
    ZonedTime began;
    std::optional<std::int64_t> minutes;
    std::vector<std::string> techniques;
    std::optional<int> pain_before;
    std::optional<int> pain_after;
    std::int64_t amendments = 0;
    std::string kind; // treatment, wellness
};

/// Reads lines one by one, the newest session first.
class NoteLines {
  public:
    NoteLines(SQLite::Database& db, const NoteFilter& filter);

    /// Nothing after the last one.
    std::optional<NoteLine> next();

  private:
    const std::vector<std::string>& read_techniques(int index);

    SQLite::Statement query_;
    // Most notes have one of a few lists of techniques: parsing takes longer than finding it.
    std::map<std::string, std::vector<std::string>> techniques_;
};

/// Newest session first.
std::vector<NoteLine> list_notes(SQLite::Database& db, const NoteFilter& filter);

enum class FoundOrder { newest_first, best_first };

/// Notes that match a query of search_query(), the newest written or the best match first.
std::vector<NoteId> find_notes(
    SQLite::Database& db,
    const std::string& query,
    const NoteFilter& filter = {},
    FoundOrder order = FoundOrder::newest_first
);

} // namespace praxis::soap
