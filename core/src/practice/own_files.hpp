// SPDX-License-Identifier: MIT
/// The files that make up a practice, and the refusal to write anything else over one of them.
#pragma once
#include <string>

namespace praxis::practice {

/// Every writer of a file that a person names calls this first: exports, letters, backups,
/// salvaged practices, files of plugins.
/// `target`  where the file would be written; it may exist or not
/// `practice`  the practice's path or URI
/// errors  Refused when the target is a file of the practice, a copy that praxis keeps of it, or
///         another name (a link, a mount) of one of them
void refuse_own_file(const std::string& target, const std::string& practice);

} // namespace praxis::practice
