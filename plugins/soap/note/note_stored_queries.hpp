// SPDX-License-Identifier: MIT
/// Reads what is stored of all notes, one at a time, for checks of the whole practice.
#pragma once
#include "note/note.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// A signed note with the texts that its signature covers as they are stored.
struct StoredSigned {
    NoteId id;
    std::string uuid;
    std::string client_uuid;
    ZonedTime began;
    std::string header;      // JSON
    std::string body;        // JSON
    std::string templates;   // JSON
    std::string signer_uuid; // of the header
    UserId signer;
    ZonedTime at;
    std::string meaning;
    std::int64_t number = 0;
    std::string previous;
    std::string digest;
    praxis::Signature seal;
};

/// In the order of signing.
void for_each_signed(SQLite::Database& db, const std::function<void(const StoredSigned&)>& use);

struct StoredCosignature {
    std::string note_uuid;
    std::string note_digest;
    Cosignature cosignature;
};

void for_each_cosignature(
    SQLite::Database& db, const std::function<void(const StoredCosignature&)>& use
);

/// The body of a note, and the columns that repeat it.
struct StoredBody {
    NoteId id;
    bool is_signed = false;
    std::string body;
    std::optional<NoteColumns> columns; // nothing: they cannot be read
};

/// In the order of their numbers.
void for_each_body(SQLite::Database& db, const std::function<void(const StoredBody&)>& use);

/// Templates whose text does not have its digest: "deep-tissue version 1", or "combination".
std::vector<std::string> changed_templates(SQLite::Database& db);

/// Notes whose combination of templates is missing.
std::vector<NoteId> notes_without_templates(SQLite::Database& db);

} // namespace praxis::soap
