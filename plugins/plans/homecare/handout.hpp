// SPDX-License-Identifier: MIT
/// The handout: one page for the client.
#pragma once
#include "homecare/handout_lines.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::plans::home {

/// More of them do not fit on one page: exercises with a drawing, and lines in all.
inline constexpr std::size_t most_figures = 4;
inline constexpr std::size_t most_lines = 6;

struct Handout {
    Document document;
    HandoutLines lines;
    std::vector<std::string> bad_drawings; // "Bridge: FILE is not ..."
};

/// Filters the lines once more, see choose_lines(). A drawing that cannot be shown is replaced by
/// the body with the area marked.
Handout write_handout(Session& session, const clients::Client& client, std::vector<HomeCare> lines);

} // namespace praxis::plans::home
