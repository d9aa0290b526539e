// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace praxis::exports::pdf {

/// Adds what Cairo 1.16 cannot write: the language, the alternative text of each figure, the scope
/// of table heads, and the request to show the title instead of the file's name.
/// source  ISO 14289-1 (PDF/UA-1), 7.2, 7.3, 7.5 and 7.1; ISO 32000-1, 14.8
/// alternatives  one text for each Figure, in the order of the document
/// The same input gives the same bytes.
/// drawn   as Cairo writes PDF 1.4
/// errors  PluginError when it is not
std::string finish(
    const std::string& drawn,
    const std::string& language,
    const std::vector<std::string>& alternatives
);

} // namespace praxis::exports::pdf
