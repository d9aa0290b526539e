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

/// The name of a practice in the keyring. It changes with the key file, so a changed passphrase or
/// a removed user locks the practice.
std::string description_of(std::string_view text_of_key_file);

/// errors  PracticeError no_keyring: the system has no keyring
void keep(const std::string& description, const Unlocked& unlocked, std::chrono::seconds time);

/// The kept keys; nullopt if there are none or their time is over.
std::optional<Unlocked> find(const std::string& description);

/// Removes the kept keys; returns whether there were any.
bool forget(const std::string& description);

} // namespace praxis::practice::keyring
