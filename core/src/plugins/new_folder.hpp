// SPDX-License-Identifier: MIT
/// Makes the folder of a new plugin from a template.
#pragma once
#include <string>

namespace praxis::plugins {

/// Copies the folder `from`. In its paths and texts it replaces @NAME@ with the name, and @SYMBOL@
/// with the name as an identifier of C++ and SQL. Makes the whole folder or nothing.
void make_folder(const std::string& from, const std::string& to, const std::string& name);

} // namespace praxis::plugins
