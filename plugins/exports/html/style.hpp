// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace praxis::exports::html {

/// The style sheet of every page.
std::string_view style();

} // namespace praxis::exports::html
