// SPDX-License-Identifier: MIT
/// What the entries of a file of home care share.
#pragma once
#include "homecare/library.hpp"

#include <praxis/file_table.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans::home {

struct FileHead {
    std::string plugin;
    std::string folder; // of the file
    int version = 1;
    std::vector<std::string> sources;
};

/// The texts of the key, and where each is, to look them up once all files are read.
std::vector<std::string>
read_names(const FileTable& table, std::string_view key, std::vector<Reference>& references);

Source read_source(const FileTable& table, const FileHead& head);

} // namespace praxis::plans::home
