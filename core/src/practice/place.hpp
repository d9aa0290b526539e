// SPDX-License-Identifier: MIT
/// Whether a new practice can be made at a path. Practices in one folder whose names differ only in
/// their ending would share the files beside them: "records.db" and "records.praxis" both have
/// "records.head".
#pragma once
#include <optional>
#include <string>

namespace praxis::practice {

/// Why no practice can have that name; nullopt if one can. It is the name of a file beside a
/// practice, of a copy that praxis keeps, or of an unfinished file.
std::optional<std::string> problem_of_name(const std::string& path);

/// The first file beside the path that exists. The writers' lock file does not count: it is empty.
std::optional<std::string> find_companion(const std::string& path);

/// Another file in the folder that may be a practice with the same files beside it; its name.
std::optional<std::string> find_neighbour(const std::string& path);

/// `hint`  how to name another place
/// errors  Refused: there is no practice at the path, but another practice has files beside it
void refuse_neighbour(const std::string& path, const std::string& hint);

/// Call it before making a practice that replaces nothing.
/// errors  Refused: the name is reserved, the path is taken, or a file beside it belongs to another
///         practice
void refuse_place(const std::string& path, const std::string& hint);

/// "practice.db" -> "practice.db.unfinished": a practice that is being made.
std::string unfinished_path(const std::string& path);

/// Removes what a killed init or salvage left at the path, unless it may belong to a practice.
void remove_unfinished_practice(const std::string& path);

} // namespace praxis::practice
