// SPDX-License-Identifier: MIT
/// The copies of a practice that praxis itself keeps beside it: from before a restore that replaced
/// it, before a migration, before a purge. They still contain what was erased since.
#pragma once
#include <string>
#include <vector>

namespace praxis::practice {

struct KeptCopy {
    std::string path;
    std::string origin;             // "before a restore"
    std::vector<std::string> files; // the copy and the files beside it, the copy itself last
};

/// By name. `practice` is a path or a URI.
std::vector<KeptCopy> kept_copies(const std::string& practice);

/// Removes the copy's files.
/// errors  Error file_error: one of them cannot be removed, or is a link or another special file
void remove_copy(const KeptCopy& copy);

} // namespace praxis::practice
