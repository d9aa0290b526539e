// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/document.hpp>

#include <string>

namespace org {

/// The document as an Org file: no text of it becomes a heading, a table, a keyword or a link.
/// source  Org Syntax, orgmode.org/worg/org-syntax.html
std::string write(const praxis::Document& document);

} // namespace org
