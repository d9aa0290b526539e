// SPDX-License-Identifier: MIT
#include "note/session_time.hpp"

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

std::optional<CivilTime>
read_date_option(Session& session, const std::optional<std::string>& option) {
    if (!option) {
        return std::nullopt;
    }
    try {
        return read_session_time(*option, session.civil_now().civil(), session.date_order());
    } catch (const UsageError& error) {
        throw UsageError(std::string{"--date: "} + error.what(), error.hint());
    }
}

} // namespace praxis::soap
