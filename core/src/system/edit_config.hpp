// SPDX-License-Identifier: MIT
/// Changes one setting in the text of a configuration file and leaves everything else, comments
/// included, as the person wrote it.
#pragma once
#include "system/settings.hpp"

#include <string>

namespace praxis {

/// The text with the setting set to the value.
/// errors  Refused when the text is not TOML, or when its layout does not allow the change of one
///         line: the person edits the file then
std::string set_in_config(
    const std::string& text,
    const Setting& setting,
    const std::string& name,
    const std::string& value
);

/// The text without the setting; the same text when it is not set.
/// errors  as above
std::string unset_in_config(const std::string& text, const std::string& name);

} // namespace praxis
