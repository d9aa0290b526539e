// SPDX-License-Identifier: MIT
/// An unlocked practice, kept by the kernel for a while: in this person's own keyring, never on a
/// disk and never in swap. No process of praxis stays behind.
/// source  keyrings(7), add_key(2), keyctl(2)
#pragma once
#include "keys/keys.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::practice::keyring {

/// What a practice goes by: changes with each change of its key file, so that a changed passphrase
/// or a removed person locks it.
std::string description_of(std::string_view text_of_key_file);

/// errors  PracticeError no_keyring: this system keeps no keys
void keep(const std::string& description, const Unlocked& unlocked, std::chrono::seconds time);

/// Nothing when it was not kept, or its time has run out.
std::optional<Unlocked> find(const std::string& description);

/// Whether there was anything to forget.
bool forget(const std::string& description);

} // namespace praxis::practice::keyring
