// SPDX-License-Identifier: MIT
/// The first part of a long document on a screen.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>

namespace praxis {

class Session;

/// For the format `table`: the first blocks of the document, at most so many lines of them on this
/// terminal, and a last line that says how to see the others. Other formats get the whole document.
/// whole  the command that shows it: "praxis client show C-0001 --all"
PRAXIS_API Document
shorten(Session& session, Document document, std::size_t most_lines, const std::string& whole);

} // namespace praxis
