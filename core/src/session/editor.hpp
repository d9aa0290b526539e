// SPDX-License-Identifier: MIT
#pragma once
#include "session/drafts.hpp"
#include "system/environment.hpp"

#include <functional>
#include <optional>
#include <string>

namespace praxis {

struct Editing {
    std::string unchanged; // the text before the user edits it
    std::function<std::optional<std::string>(const std::string&)>
        check; // returns the problem with the text
};

/// Opens the draft in the user's editor until `check` finds no problem, and returns the text. The
/// draft stays: the caller removes it after storing the text. Errors name the draft's file.
/// errors  NeedsInput if the text is unchanged or empty
std::string edit_in_editor(const Environment& environment, const Editing& editing, Draft& draft);

/// A draft without the lines of error messages in it.
std::string without_messages(const std::string& text);

} // namespace praxis
