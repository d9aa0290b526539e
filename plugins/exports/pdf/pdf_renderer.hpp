// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/document.hpp>
#include <praxis/renderer.hpp>

#include <string>

namespace praxis::exports::pdf {

/// The document as a tagged PDF with embedded fonts. Its date is `created`, so that the same
/// document gives the same bytes.
/// document  its texts are visible(): see Renderer
/// errors    PluginError with the message of the drawing library when that fails
std::string render(const Document& document, Paper paper);

} // namespace praxis::exports::pdf
