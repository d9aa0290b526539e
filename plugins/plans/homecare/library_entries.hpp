// SPDX-License-Identifier: MIT
/// Reads the entries of a file of home care, each from its table.
#pragma once
#include "homecare/library.hpp"
#include "homecare/library_file.hpp"

namespace praxis::plans::home {

// Each throws PluginError with file and line. `names` collects what the entry names in other
// entries.

Item read_item(const FileTable& table, const FileHead& head, References& names);
Tool read_tool(const FileTable& table, const FileHead& head);
Tag read_tag(const FileTable& table);
Limit read_limit(const FileTable& table, const FileHead& head, References& names);
Checklist read_checklist(const FileTable& table, const FileHead& head);
StopRule read_stop(const FileTable& table, const FileHead& head);

} // namespace praxis::plans::home
