// SPDX-License-Identifier: MIT
/// Reads one file of questions.
#pragma once
#include "screen/questions.hpp"

#include <praxis/file_table.hpp>

namespace praxis::safety {

/// Adds the file to the book, or nothing of it.
/// errors  PluginError naming file and line
void add_screen_file(const ContributedFile& given, ScreenBook& book);

/// The tables [due] and [fall] of a file, if it has them.
/// errors  PluginError naming file and line; [due] of another plugin
void read_due(const ContributedFile& given, const FileTable& file, DueRule& due);

} // namespace praxis::safety
