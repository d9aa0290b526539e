// SPDX-License-Identifier: MIT
/// Makes a backup while other commands may write: copies the practice, seals the copy, restores it
/// once, compares it, and only then gives it its final name.
#pragma once
#include "backup/contents.hpp"
#include "backup/header.hpp"
#include "session/host_session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::backup {

struct Wish {
    std::optional<std::string> file; // target file; default: a name with the time, in backup.folder
    bool overwrite = false;
    bool unencrypted = false; // accepts that anybody can read it: plain practices only
};

struct Made {
    std::string file;
    std::uint64_t size = 0;
    std::string digest;
    Tables tables;
    std::string protection; // wording for people, from protection()
    std::string warning;    // from warning_about()
};

/// With --dry-run it counts the tables and rows and writes nothing.
/// errors  those of practice::open; Refused, NeedsInput; PracticeError practice_damaged,
///         practice_storage; Error file_error
Made create_backup(HostSession& session, const Wish& wish);

} // namespace praxis::backup
