// SPDX-License-Identifier: MIT
/// The handout: one page for the client.
#pragma once
#include "homecare/home_care.hpp"

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
    std::vector<HomeCare> given;        // in the order of the page
    std::vector<std::string> left_out;  // "Heat (H-0003): numb skin does not notice a burn"
    std::vector<std::string> questions; // what the therapist checks before handing it out
};

/// Filters the items once more: the record may have changed since they were given.
Handout write_handout(Session& session, const clients::Client& client, std::vector<HomeCare> items);

} // namespace praxis::plans::home
