// SPDX-License-Identifier: MIT
#include "note/note_deadline.hpp"

#include "note/note_body.hpp"

#include <praxis/error.hpp>

#include <string>

namespace praxis::soap {

std::optional<int> lock_after_days(Session& session) {
    const auto days = session.setting("notes.lock_after_days"); // a number, by plugin.toml
    return days.empty() ? std::nullopt : std::optional{std::stoi(days)};
}

bool is_locked(Session& session, const Note& note) {
    const auto days = lock_after_days(session);
    return days && !note.signature && NoteBody{note.body}.late().empty() &&
           session.now() > note.began.instant + std::chrono::days{*days};
}

void refuse_locked(Session& session, const Note& note) {
    if (is_locked(session, note)) {
        throw Refused(
            note.id.str() + " is locked: its session was more than " +
                std::to_string(*lock_after_days(session)) + " days ago",
            "give the reason for the delay: praxis note edit " + note.id.str() +
                " --set late=\"...\""
        );
    }
}

} // namespace praxis::soap
