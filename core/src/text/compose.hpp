// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace praxis {

/// The text in Unicode's form NFC: "Zoë" is the same text from every keyboard. A text that is not
/// UTF-8 stays as it is.
/// source  Unicode Standard Annex #15
std::string compose(std::string_view text);

} // namespace praxis
