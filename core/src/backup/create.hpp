// SPDX-License-Identifier: MIT
/// A new backup: copied while others write, sealed, restored once and compared, and only then
/// named.
#pragma once
#include "backup/contents.hpp"
#include "backup/header.hpp"
#include "session/host_session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::backup {

struct Wish {
    std::optional<std::string> file; // where to; otherwise a name with the time, in backup.folder
    bool overwrite = false;
    bool unencrypted = false; // a plain practice only: sealed against damage, readable by anybody
};

struct Made {
    std::string file;
    std::uint64_t size = 0;
    std::string digest;
    Tables tables;
    std::string protection; // for people
};

/// With --dry-run the practice is counted, and nothing is written.
/// errors  those of practice::open; Refused, NeedsInput; PracticeError practice_damaged,
///         practice_storage; Error file_error
Made create_backup(HostSession& session, const Wish& wish);

} // namespace praxis::backup
