// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/document.hpp>
#include <praxis/renderer.hpp>

#include <string>

namespace praxis::exports::html {

/// The document as one HTML file that contains its styles and drawings. It has no script and loads
/// nothing from elsewhere: its own Content-Security-Policy forbids both. It prints on the given
/// paper.
///
/// document  its texts are visible(): see Renderer
/// source    WHATWG HTML; W3C Content Security Policy Level 3
std::string render(const Document& document, Paper paper);

} // namespace praxis::exports::html
