// SPDX-License-Identifier: MIT
/// The names of a practice's files, and what keeps commands from writing over one of them.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

/// Endings of the files beside "practice.db" that belong to its records and move with them:
/// "practice.keys".
inline constexpr std::array<std::string_view, 4> record_endings{
    ".keys", ".head", ".access", ".erasing"};

/// Endings of the files beside it that belong to its place.
inline constexpr std::array<std::string_view, 3> place_endings{".backups", ".lock", ".restoring"};

/// What SQLite appends to the whole name: "practice.db-wal".
inline constexpr std::array<std::string_view, 3> sqlite_endings{"-wal", "-shm", "-journal"};

/// What praxis appends to the whole name of a practice that is being made.
inline constexpr std::string_view unfinished_ending = ".unfinished";

/// In the names of the copies that praxis keeps: "practice.db.before-soap-3" and
/// "practice-before-restore-20261120-090000.db".
inline constexpr std::string_view copy_mark = ".before-";
inline constexpr std::string_view restore_mark = "-before-restore-";

/// Lower case for A to Z: the disk of a stick may not tell the cases apart.
std::string lower(std::string name);

/// Whether the name of a file in the practice's folder is that of the practice, of a file beside
/// it, of a copy that praxis keeps of it, or of an unfinished file of praxis. `practice` is a path.
bool is_own_name(const std::string& name, const std::string& practice);

/// Call it before writing a file that the user named: exports, letters, backups, salvaged
/// practices, files of plugins. `target` the file to write; it need not exist
/// `practice`  the practice's path or URI
/// `hint`      how to name another file
/// errors  Refused if the target is a file of the practice, a copy that praxis keeps of it, or
///         another name of such a file (a link, a mount)
void refuse_own_file(
    const std::string& target,
    const std::string& practice,
    const std::string& hint = "give another file: -o FILE"
);

} // namespace praxis::practice
