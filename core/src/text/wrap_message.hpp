// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace praxis {

/// Messages for a terminal: lines that begin with "praxis: ", and the indented lines below them,
/// are broken at words so that none is wider than `columns`. Continued lines are indented under the
/// text they continue. A longer word, such as a path, is never broken. Other lines stay as they
/// are, and with 0 columns all do.
std::string wrap_message(std::string_view text, std::size_t columns);

} // namespace praxis
