// SPDX-License-Identifier: MIT
/// Writes a file whole or not at all, readable by its owner only.
#pragma once
#include "system/files.hpp"
#include "system/unfinished.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace praxis {

/// The bytes of a file that gets its name with commit(). Until then it has no name where the file
/// system can do that (O_TMPFILE), so a killed process leaves nothing. Elsewhere it is an
/// UnfinishedFile. Refuses a target that is a symbolic link, or that exists and may not be
/// overwritten.
class PendingFile {
  public:
    /// errors  Refused: the target exists and `overwrite` is not set; Error failed: cannot be
    ///         written
    PendingFile(const std::string& target, std::string_view bytes, bool overwrite);

    /// The file has its name and is on the disk when the call returns.
    void commit();

  private:
    std::string target_;
    bool overwrite_;
    Descriptor nameless_;
    std::optional<backup::UnfinishedFile> named_;
};

} // namespace praxis
