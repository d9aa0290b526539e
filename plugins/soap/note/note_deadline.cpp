// SPDX-License-Identifier: MIT
#include "note/note_deadline.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::soap {

std::optional<int> lock_after_days(Session& session) {
    const auto setting = session.setting("notes.lock_after_days");
    if (trim(setting).empty()) {
        return std::nullopt;
    }
    std::int64_t days = 0;
    try {
        read_word(setting, days);
    } catch (const UsageError&) {
        days = 0;
    }
    if (days < 1 || days > 3650) {
        throw Refused(
            "the setting notes.lock_after_days is no number of days from 1 to 3650",
            "praxis config list --show-origin"
        );
    }
    return static_cast<int>(days);
}

bool is_locked(Session& session, const Note& note) {
    const auto days = lock_after_days(session);
    return days && !note.signature && note.body.text_at("late").empty() &&
           session.now() > note.began.instant + std::chrono::days{*days};
}

void refuse_locked(Session& session, const Note& note) {
    if (is_locked(session, note)) {
        throw Refused(
            note.id.str() + " is locked: its session was more than " +
                std::to_string(*lock_after_days(session)) + " days ago",
            "say why it is late: praxis note edit " + note.id.str() + " --set late=\"...\""
        );
    }
}

} // namespace praxis::soap
