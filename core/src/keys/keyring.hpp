// SPDX-License-Identifier: MIT
/// Keeps an unlocked practice in the user's own kernel keyring for a limited time, never on disk
/// and never in swap. It needs no background process.
/// source  keyrings(7), add_key(2), keyctl(2)
#pragma once
#include "keys/keys.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::practice::keyring {

/// The name of the practice at that path in the keyring. It depends on the place alone, so that
/// forget() finds the keys after the key file has changed or is lost.
std::string description_of(const std::string& path);

/// Keeps the keys, and the digest of the key file that they belong to. They enter the keyring with
/// their time limit, so a killed process leaves nothing that stays.
/// errors  PracticeError no_keyring: the system has no keyring
void keep(
    const std::string& description,
    std::string_view text_of_key_file,
    const Unlocked& unlocked,
    std::chrono::seconds time
);

/// The kept keys; nullopt if there are none, their time is over, or the key file has changed since:
/// a changed passphrase or a removed user locks the practice.
std::optional<Unlocked> find(const std::string& description, std::string_view text_of_key_file);

/// Removes the kept keys; returns whether there were any.
/// errors  PracticeError no_keyring: they are still there
bool forget(const std::string& description);

} // namespace praxis::practice::keyring
