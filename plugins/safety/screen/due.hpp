// SPDX-License-Identifier: MIT
/// When a red-flag screen is due: at the first visit, with a new complaint, after a fall, and when
/// pain has risen.
#pragma once
#include "screen/questions.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

struct DueScreen {
    ClientId client;
    std::optional<ComplaintId> complaint = {};
    Date since;
    std::string reason;    // "pain up from 3 to 6 in N-0007"
    bool is_first = false; // no screen is on record
};

/// Whether the text tells of a fall or an accident.
bool tells_of_fall(const DueRule& rule, const std::string& text);

/// Of this client; with a complaint only what concerns it.
std::optional<DueScreen> due_screen(
    Session& session,
    const DueRule& rule,
    ClientId client,
    std::optional<ComplaintId> complaint = std::nullopt
);

/// Of all clients who are not archived, and were seen or got a complaint in the last days of the
/// rule; one for each, the oldest first.
std::vector<DueScreen> due_screens(Session& session, const DueRule& rule);

} // namespace praxis::safety
