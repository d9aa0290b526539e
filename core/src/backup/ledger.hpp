// SPDX-License-Identifier: MIT
/// practice.backups, beside the practice: one line of JSON for each backup that was made of it.
/// It holds nothing about anybody, so it is read without a key.
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
    std::vector<Known> backups; // as they were made
    std::size_t unreadable = 0; // lines that are none
};

std::string ledger_path(const std::string& practice);

/// errors  Error file_error
void remember(const std::string& practice, const Known& backup);

/// Empty when no backup was made yet.
Ledger read_ledger(const std::string& practice);

/// "there", "gone", or "of another size": what a look at the file's name and size can tell.
std::string state_of(const Known& backup);

} // namespace praxis::backup
