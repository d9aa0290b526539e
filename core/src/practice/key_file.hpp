// SPDX-License-Identifier: MIT
/// The key file of an encrypted practice on the disk, and its changes. A change of keys belongs to
/// a change set, but the file and the database cannot be written at once. So the file first gets
/// the slots of before and after, each marked with that set (stage), then the set is committed,
/// then the slots that no longer hold go (settle). A process killed in between leaves marks; the
/// next one that writes settles them by the end of the journal.
///
/// source  schemas/formats/keys.md
#pragma once
#include "keys/keys.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

/// "practice.db" -> "practice.keys"
std::string keys_path(const std::string& path);

/// The slots of the practice's key file and its text.
struct KeyFile {
    std::string text;
    std::vector<KeySlot> slots;
};

/// nullopt for a plain practice.
/// errors  PracticeError keys_damaged, permissions, encryption_unavailable
std::optional<KeyFile> read_key_file(const std::string& path);

/// Replaces the key file atomically.
void write_key_file(const std::string& path, const std::vector<KeySlot>& slots);

/// Adds the slots that hold once `set` is committed, and marks those that hold no longer then. The
/// caller must hold the writer lock.
void stage_key_file(const std::string& path, std::vector<KeySlot> after, std::int64_t set);

/// Leaves the slots that hold when the journal ends with `last_set`. Returns whether the records
/// are still to get a new data key, which use_next_key() does. Does nothing without a key file. The
/// caller must hold the writer lock.
bool settle_key_file(const std::string& path, std::int64_t last_set);

/// The next data key of the user who unlocked the practice; nothing when there is none.
std::optional<DataKey> next_key(const std::vector<KeySlot>& slots, const Unlocked& unlocked);

/// Encrypts the records with the next data key. After an interruption at any point the practice
/// opens with the old or the new key.
/// errors  SQLite::Exception, PracticeError practice_storage: the old key remains
void use_next_key(SQLite::Database& db, const std::string& path, Unlocked& unlocked);

/// Call it when the data key in `unlocked` does not open the records, under the writer lock. Takes
/// the key that the file has now for that user, or the next one, which the file then adopts.
/// Returns whether there is another key to try.
bool take_present_key(const std::string& path, Unlocked& unlocked);

} // namespace praxis::practice
