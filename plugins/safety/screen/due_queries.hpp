// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

/// Which records a search for due screens reads: of one client, or of all clients since a time.
struct DueScope {
    std::optional<ClientId> client;
    Instant since; // sessions and complaints of all clients; not used for one client
};

struct UnscreenedClient {
    ClientId client;
    Date since; // the first session or complaint in the scope, or when the client was added
};

struct UnscreenedComplaint {
    ClientId client;
    ComplaintId complaint;
    Date added;
};

/// A signed session after the last screen that covers its complaint.
struct LaterSession {
    ClientId client;
    std::optional<ComplaintId> complaint;
    NoteId note;
    Date on;
    std::optional<int> pain;          // before treatment, 0-10
    std::optional<int> pain_at_first; // in the first row of a complaint: the lowest pain before it,
                                      // from the last session up to the day of the screen on
    std::string report = {};          // what the client said
};

/// Clients without any screen.
std::vector<UnscreenedClient> unscreened_clients(SQLite::Database& db, const DueScope& scope);

/// Open complaints of screened clients that no screen covers.
std::vector<UnscreenedComplaint> unscreened_complaints(SQLite::Database& db, const DueScope& scope);

/// Sessions with pain, by client and complaint, oldest first.
std::vector<LaterSession> sessions_with_pain(SQLite::Database& db, const DueScope& scope);

/// Sessions whose notes have one of the words.
std::vector<LaterSession> sessions_with_words(
    SQLite::Database& db, const DueScope& scope, const std::vector<std::string>& words
);

} // namespace praxis::safety
