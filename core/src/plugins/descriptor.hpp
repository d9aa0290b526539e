// SPDX-License-Identifier: MIT
/// Reads a plugin's descriptor from the file before any of its code can run. A truncated library
/// would crash the program inside dlopen(), and a foreign library would run its constructors: this
/// check finds both.
#pragma once
#include <praxis/abi.h>

#include <string>

namespace praxis::plugins {

/// errors  PluginError: missing or truncated file, not a shared library for this machine, not a
///         praxis plugin
praxis_descriptor read_descriptor(const std::string& path);

} // namespace praxis::plugins
