// SPDX-License-Identifier: MIT
/// The file schemas/core/regions.toml, which the build puts into the core.
#pragma once
#include <string_view>

namespace praxis {

std::string_view region_names_file();

} // namespace praxis
