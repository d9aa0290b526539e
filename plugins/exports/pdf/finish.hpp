// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace praxis::exports::pdf {

/// Puts in what Cairo 1.16 cannot write: the language, the words that stand for each figure, the
/// scope of table heads, and that readers show the title instead of the file's name.
/// alternatives  one text for each Figure, in the order of the document
/// The same bytes in give the same bytes out.
/// errors  PluginError with qpdf's own words
std::string finish(
    const std::string& drawn,
    const std::string& language,
    const std::vector<std::string>& alternatives
);

} // namespace praxis::exports::pdf
