// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace praxis::exports::pdf {

/// The PDF encrypted with AES-256, so that it opens with the passphrase only. It asks readers to
/// allow printing, filling in and reading aloud only; this request protects nothing.
/// source  ISO 32000-2, 7.6.4: security handler of revision 6
/// errors  PluginError when it is no PDF
std::string protect(const std::string& pdf, const std::string& passphrase);

} // namespace praxis::exports::pdf
