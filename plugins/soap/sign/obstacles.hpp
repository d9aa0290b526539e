// SPDX-License-Identifier: MIT
/// What must be settled before a draft can be signed.
#pragma once
#include "note/note.hpp"
#include "template/template.hpp"

#include <praxis/error.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

struct Obstacle {
    enum class Kind { content, time, conditions, consent };

    Kind kind = Kind::content;
    Problem problem;     // its message, and the field to add if there is one
    std::string remedy;  // what the command does: "Record one"
    std::string command; // empty when editing the note settles it
};

/// Every obstacle to signing the note now.
/// problems  those of revalidate(); warnings are no obstacles
std::vector<Obstacle>
find_obstacles(Session& session, const Note& note, const std::vector<Problem>& problems);

/// A signed note of the client that begins in the same minute: a session that is signed twice
/// counts twice, unless the user confirms that this is another one.
std::optional<Obstacle> find_doubled_session(Session& session, const Note& note);

/// The obstacle for people: "block 1 (deep tissue): skin afterwards".
std::string describe(const Obstacle& obstacle);

/// The error that names every obstacle: fields to add by their place in the note, then each other
/// obstacle with its command. Its problems list them one by one; its hint settles the most.
Refused make_refusal(const Note& note, const std::vector<Obstacle>& obstacles);

} // namespace praxis::soap
