// SPDX-License-Identifier: MIT
/// What a search shows of the notes that it found.
#pragma once
#include "note/note.hpp"

#include <praxis/value.hpp>

#include <functional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace praxis::soap {

/// As much of a note as an excerpt needs.
struct FoundNote {
    NoteId id;
    std::string uuid;
    ClientId client;
    std::string state;
    ZonedTime began;
    Value body;
    std::string templates;             // JSON as stored: most notes have the same
    std::vector<Amendment> amendments; // of each only the reason and the text
};

/// Reads one after the other: a search may find every note of the practice.
/// errors  PracticeError: a note is not there that the index of words knows
void for_each_found(
    SQLite::Database& db,
    const std::vector<NoteId>& notes,
    const std::function<void(const FoundNote&)>& take
);

} // namespace praxis::soap
