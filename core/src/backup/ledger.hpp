// SPDX-License-Identifier: MIT
/// practice.backups, beside the practice: one line of JSON for each backup made of it. It holds no
/// health data, so praxis reads it without a key.
#pragma once
#include <praxis/date.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace praxis::backup {

struct Known {
    Instant made;
    std::string file; // absolute
    std::uint64_t size = 0;
    std::string digest; // BLAKE2b-256 of the file, hexadecimal digits
};

struct Ledger {
    std::vector<Known> backups; // oldest first
    std::size_t unreadable = 0; // lines that praxis cannot parse
};

std::string ledger_path(const std::string& practice);

/// errors  Error file_error
void remember(const std::string& practice, const Known& backup);

/// An empty ledger when there is no ledger file.
Ledger read_ledger(const std::string& practice);

/// "present", "missing" or "size differs", judged by the file's name and size alone.
std::string state_of(const Known& backup);

} // namespace praxis::backup
