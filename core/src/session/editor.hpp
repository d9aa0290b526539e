// SPDX-License-Identifier: MIT
#pragma once
#include "session/drafts.hpp"
#include "system/environment.hpp"

#include <functional>
#include <optional>
#include <string>

namespace praxis {

struct Editing {
    std::string unchanged; // the text that nobody has typed anything into
    std::function<std::optional<std::string>(const std::string&)> check; // what is wrong with it
};

/// Opens the draft in the person's editor until `check` finds nothing wrong with it, and gives the
/// text. The draft stays: whoever asked removes it once the text is stored. When something goes
/// wrong, the error says where it is.
/// errors  NeedsInput when the text was left unchanged or empty
std::string edit_in_editor(const Environment& environment, const Editing& editing, Draft& draft);

/// A draft without the lines that said what was wrong with it.
std::string without_messages(const std::string& text);

} // namespace praxis
