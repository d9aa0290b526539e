// SPDX-License-Identifier: MIT
/// Why work that a check stops was done all the same, and what checks said of signed notes.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/safety/check.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::safety {

struct Override {
    std::int64_t number = 0;
    std::string uuid;
    ClientId client;
    std::string rule;
    int rule_version = 1;
    std::string technique;
    std::string found; // empty: nothing of the record
    std::string reason;
    Date first_day; // of sessions
    Date last_day;
    ZonedTime made;
    UserId author;
    std::string author_name;
    std::optional<ZonedTime> withdrawn = {};
    std::string withdrawal_reason = {};

    /// It lets work of that day pass. One that was withdrawn lets nothing pass any more.
    [[nodiscard]] bool holds_on(Date day) const {
        return !withdrawn && first_day <= day && day <= last_day;
    }
};

/// What a check said of a note when it was signed.
struct Finding {
    std::int64_t number = 0;
    std::string uuid;
    NoteId note;
    std::string rule;
    int rule_version = 1;
    std::string technique;
    std::string weight; // "stop", "keep-off", "caution"
    std::string found;
    std::string why;
    std::optional<std::int64_t> override_number;
};

} // namespace praxis::safety
