// SPDX-License-Identifier: MIT
/// Records a screen, and tells what to do about its flags.
#pragma once
#include "screen/answers.hpp"
#include "screen/screen.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

/// Whom and what a screen is about.
struct ScreenSubject {
    clients::Client client;
    std::vector<clients::Complaint> complaints; // one, all open ones, or none
    std::optional<ComplaintId> complaint;       // when there is only one

    [[nodiscard]] std::vector<std::string> regions() const;
};

/// complaint  as the user typed it; empty: the open complaints
/// errors     UsageError: not an id; NotFound; Refused: the complaint of another client
ScreenSubject find_subject(
    Session& session, const std::string& client, const std::optional<std::string>& complaint
);

/// Stores the screen.
Screen record_screen(
    Session& session,
    const ScreenBook& book,
    const ScreenSubject& subject,
    std::vector<AnsweredQuestion> answers,
    Date on,
    const std::string& remark
);

/// Reports the answers and what to do now, then announces the screen to other plugins.
void report_screen(Session& session, const ScreenBook& book, const Screen& screen);

} // namespace praxis::safety
