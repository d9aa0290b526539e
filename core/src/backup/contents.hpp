// SPDX-License-Identifier: MIT
/// What is sealed in a backup: a small index, then the files that it names.
/// source  schemas/formats/backup.md
#pragma once
#include "backup/container.hpp"
#include "practice/swap.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace praxis::backup {

/// Tables of the practice and how many rows each has.
using Tables = std::map<std::string, std::int64_t>;

std::int64_t rows_of(const Tables& tables);

struct Index {
    struct File {
        std::string name;
        std::uint64_t size = 0;
        std::string digest; // BLAKE2b-256, hexadecimal digits
    };

    std::vector<File> files;
    Tables tables;
};

/// The index of those files of a folder that are there.
/// errors  Error file_error
Index index_of(const std::string& folder, Tables tables);

/// Bytes that the index and its files take.
std::uint64_t packed_size(const Index& index);

/// Writes the index and the files of the folder.
void pack(const Index& index, const std::string& folder, Writer& into);

/// Reads all of it, into an empty folder; without a folder only to see that it is whole.
/// errors  PracticeError backup_damaged; Error file_error
Index unpack(Reader& from, const std::string& folder);

} // namespace praxis::backup
