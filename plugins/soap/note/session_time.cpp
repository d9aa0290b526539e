// SPDX-License-Identifier: MIT
#include "note/session_time.hpp"

#include <praxis/clock_change.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::soap {

namespace {

/// Whether the text has a time of day: then the result does not depend on the current hour.
bool names_an_hour(std::string_view text, const CivilTime& now, DateOrder order) {
    const auto midnight = CivilTime{.date = now.date};
    const auto noon = CivilTime{.date = now.date, .time_of_day = std::chrono::hours{12}};
    return parse_civil_time(text, midnight, Sense::past, order) ==
           parse_civil_time(text, noon, Sense::past, order);
}

} // namespace

CivilTime read_session_time(std::string_view text, const CivilTime& now, DateOrder order) {
    const auto began = parse_civil_time(text, now, Sense::past, order);
    if (fold(trim(text)) != "now" && !names_an_hour(text, now, order)) {
        throw UsageError(
            "the time of day is missing", "write \"" + began.date.iso() + " 14:30\" or \"now\""
        );
    }
    return began;
}

namespace {

/// Before the editor opens: the same that the note input refuses.
void refuse_impossible(Session& session, const CivilTime& began) {
    if (began > session.civil_now().civil()) {
        throw Refused(
            "the session is in the future: it begins on " + began.str() + ", and now it is " +
                session.civil_now().civil().str(),
            "write the note when the session has begun"
        );
    }
    if (const auto skipped = find_skipped_time(session.zone(), began)) {
        throw Refused(
            began.str() + " does not exist: the clocks went from " + skipped->before.str() +
                " to " + skipped->after.str(),
            "give --date \"" + skipped->before.str() + "\" or \"" + skipped->after.str() + "\""
        );
    }
}

} // namespace

std::optional<CivilTime>
read_date_option(Session& session, const std::optional<std::string>& option) {
    if (!option) {
        return std::nullopt;
    }
    try {
        const auto now = session.civil_now().civil();
        const auto began = read_session_time(*option, now, session.date_order());
        refuse_impossible(session, began);
        return began;
    } catch (const UsageError& error) {
        throw UsageError(std::string{"--date: "} + error.what(), error.hint());
    }
}

} // namespace praxis::soap
