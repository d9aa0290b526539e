// SPDX-License-Identifier: MIT
/// Keeps commands from writing over a file of the practice.
#pragma once
#include <string>

namespace praxis::practice {

/// Call it before writing a file that the user named: exports, letters, backups, salvaged
/// practices, files of plugins. `target` the file to write; it need not exist
/// `practice`  the practice's path or URI
/// errors  Refused if the target is a file of the practice, a copy that praxis keeps of it, or
///         another name of such a file (a link, a mount)
void refuse_own_file(const std::string& target, const std::string& practice);

} // namespace praxis::practice
