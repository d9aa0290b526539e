// SPDX-License-Identifier: MIT
/// The extension point `brief`: what a therapist reads about a client before a session
/// (`praxis client brief`), at most 20 lines. In plugin.toml:
///
///   [contributes]
///   "brief/1" = ["screen"]
#pragma once
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// rank   its place: 100 stops and allergies, 200 complaint, 300 plan, 400 sessions, 500 what to
///        look at, 600 home care, 700 what to ask, 800 what is open, 900 what is due today
/// label  one or two words: "STOP", "Plan", "Home care"; neighbours with one label show it once
/// text   for people, on one line where it can be; praxis wraps it
struct BriefLine {
    int rank = 500;
    std::string label;
    std::string text;
};

inline constexpr std::size_t most_brief_lines = 3; // of one source; praxis leaves out the others

/// lines  the most important first. Reads only what it shows: the brief is opened before each
///        session.
struct BriefSource {
    static constexpr std::string_view id = "brief/1";
    std::string name;
    std::function<std::vector<BriefLine>(Session&, ClientId)> lines;
};

} // namespace praxis
