// SPDX-License-Identifier: MIT
/// The folder of a new plugin, from one of those that lie beside the plugins for this.
#pragma once
#include <string>

namespace praxis::plugins {

/// Copies the folder `from`; in its paths and texts @NAME@ becomes the name, and @SYMBOL@ the name
/// as C++ and SQL can spell it. What is made is there whole, or not at all. errors  Refused: it
/// cannot be read; Error file_error
void make_folder(const std::string& from, const std::string& to, const std::string& name);

} // namespace praxis::plugins
