// SPDX-License-Identifier: MIT
#pragma once
#include "surroundings.hpp"

#include <functional>
#include <optional>
#include <string>

namespace praxis {

/// What was typed, and the file in which it still lies.
struct Edited {
    std::string text;
    std::string path;
};

/// Opens the text in the person's editor until `check` finds nothing wrong with it. The file is
/// owner-only, in XDG_RUNTIME_DIR when there is one. It stays: whoever asked removes it once the
/// text is stored. When something goes wrong, the error says where it is.
/// errors  NeedsInput when the text was left unchanged or empty
Edited edit_in_editor(
    const Surroundings& around,
    const std::string& initial,
    const std::string& file_ending,
    const std::function<std::optional<std::string>(const std::string&)>& check
);

} // namespace praxis
