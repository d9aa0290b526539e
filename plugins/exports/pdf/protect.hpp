// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace praxis::exports::pdf {

/// The PDF encrypted with AES-256, so that it opens with the passphrase only. Readers may print it,
/// fill in forms and read it aloud; no other change is allowed.
/// source  ISO 32000-2, 7.6.4: security handler of revision 6
/// errors  PluginError when it is no PDF
std::string protect(const std::string& pdf, const std::string& passphrase);

} // namespace praxis::exports::pdf
