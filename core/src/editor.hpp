// SPDX-License-Identifier: MIT
#pragma once
#include "surroundings.hpp"

#include <functional>
#include <optional>
#include <string>

namespace praxis {

/// Opens the text in the person's editor until `check` finds nothing wrong with it. The file is
/// owner-only, in XDG_RUNTIME_DIR when there is one, and is removed when all is well; when
/// something goes wrong it stays, and the error says where.
/// errors  NeedsInput when the text was left unchanged or empty
std::string edit_in_editor(
    const Surroundings& around,
    const std::string& initial,
    const std::string& file_ending,
    const std::function<std::optional<std::string>(const std::string&)>& check
);

} // namespace praxis
