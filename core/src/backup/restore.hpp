// SPDX-License-Identifier: MIT
/// From a backup back to a practice: unlocked, unpacked, opened and counted.
#pragma once
#include "backup/contents.hpp"
#include "backup/keys_of.hpp"

#include <optional>
#include <string>

namespace praxis::backup {

/// A backup that was restored into a folder, as practice.db and practice.keys.
struct Restored {
    Header header;
    Tables tables;
    std::string name;                 // of the practice
    std::optional<std::string> fault; // what is wrong with the practice in a backup that is whole
    // What praxis did not write in it, as audit verify finds it; looked for by restore_sound alone.
    std::optional<std::string> alteration;
};

/// Restores a backup into an empty folder, opens the practice there and compares it with what the
/// backup says of itself. `known` is the data key when it is at hand already.
/// errors  Refused; PracticeError backup_foreign, backup_newer, backup_damaged,
///         backup_wrong_passphrase; those of practice::open
Restored restore_into(
    const std::string& file,
    const std::string& folder,
    Passphrase& passphrase,
    const practice::DataKey* known = nullptr
);

/// The same, refuses what is not sound, and walks the chain of the journal.
/// errors  PracticeError backup_damaged besides
Restored restore_sound(const std::string& file, const std::string& folder, Passphrase& passphrase);

/// Reads the whole backup and writes nothing.
/// errors  as restore_into, but for what only the opened practice can tell
Restored read_through(const std::string& file, Passphrase& passphrase);

} // namespace praxis::backup
