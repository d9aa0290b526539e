// SPDX-License-Identifier: MIT
/// Turns a backup back into a practice: unlocks, unpacks, opens and counts it.
#pragma once
#include "backup/contents.hpp"
#include "backup/keys_of.hpp"
#include "plugins/platform.hpp"

#include <optional>
#include <string>

namespace praxis::backup {

/// A backup that was restored into a folder, as practice.db and practice.keys.
struct Restored {
    Header header;
    Tables tables;
    std::string name;                 // of the practice
    std::optional<std::string> fault; // damage of the practice in an intact backup
    // A row that praxis did not write, as audit verify finds it; only restore_sound() checks this.
    std::optional<std::string> alteration;
};

/// Restores a backup into an empty folder, opens the practice there and compares it with the
/// backup's header and index. `known` is a user who may open it, if the caller already has one.
/// errors  Refused; PracticeError backup_foreign, backup_newer, backup_damaged,
///         backup_wrong_passphrase; those of practice::open
Restored restore_into(
    const std::string& file,
    const std::string& folder,
    Passphrase& passphrase,
    const practice::Unlocked* known = nullptr,
    const Advance& advance = {}
);

/// The same, but refuses a damaged practice, and verifies the journal and the tables.
/// errors  those of restore_into(); PracticeError backup_damaged
Restored restore_sound(
    const std::string& file,
    const std::string& folder,
    Passphrase& passphrase,
    plugins::Platform& platform,
    const Advance& advance = {}
);

/// Reads the whole backup and writes nothing.
/// errors  as restore_into(), except those of opening the practice
Restored read_through(const std::string& file, Passphrase& passphrase, const Advance& advance = {});

} // namespace praxis::backup
