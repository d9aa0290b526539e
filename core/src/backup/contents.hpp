// SPDX-License-Identifier: MIT
/// The sealed content of a backup: a small index, then the files that the index names.
/// source  schemas/formats/backup.md
#pragma once
#include "backup/container.hpp"
#include "practice/swap.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace praxis::backup {

/// Number of rows of each table of the practice.
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

/// The index of the practice's files that exist in a folder.
/// errors  Error file_error
Index index_of(const std::string& folder, Tables tables);

/// Size of the index and its files in bytes.
std::uint64_t packed_size(const Index& index);

/// Is told how many of the bytes of a backup are done; may be empty.
using Advance = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Writes the index and the files of the folder.
void pack(const Index& index, const std::string& folder, Writer& into, const Advance& advance = {});

/// Reads the whole backup and writes its files into an empty folder. With an empty `folder` it
/// writes nothing and only checks that the backup is complete.
/// errors  PracticeError backup_damaged; Error file_error
Index unpack(Reader& from, const std::string& folder, const Advance& advance = {});

} // namespace praxis::backup
