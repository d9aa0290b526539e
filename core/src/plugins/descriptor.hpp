// SPDX-License-Identifier: MIT
/// Reads a plugin's descriptor from the file, before any of its code can run. A truncated library
/// would kill the program inside dlopen, a foreign one could do worse: both are found here.
#pragma once
#include <praxis/abi.h>

#include <string>

namespace praxis::plugins {

/// errors  PluginError: no such file, truncated, no shared library of this machine's kind, no
///         praxis plugin
praxis_descriptor read_descriptor(const std::string& path);

} // namespace praxis::plugins
