// SPDX-License-Identifier: MIT
/// Why work that a check stops was done all the same.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/safety/check.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

struct Withdrawal {
    ZonedTime at;
    std::string by; // the name, as it was then
    std::string reason;
};

struct Override {
    std::int64_t number = 0;
    std::string uuid;
    ClientId client;
    std::string rule;
    int rule_version = 1;
    std::string technique;
    std::vector<std::string> regions; // of work; empty: anywhere
    std::string found;                // for people; empty: nothing of the record
    std::vector<std::string> basis;   // what the stop hung on then
    std::string reason;
    Date first_day; // of sessions
    Date last_day;
    ZonedTime made;
    UserId author;
    std::string author_name;
    std::optional<Withdrawal> withdrawn = {};

    /// One that was withdrawn lets nothing pass from that day on.
    [[nodiscard]] bool holds_on(Date day) const {
        return first_day <= day && day <= last_day &&
               (!withdrawn || day < withdrawn->at.civil().date);
    }
};

/// What a stop hangs on, as an override keeps it.
std::vector<std::string> basis_of(const Concern& concern);

/// Whether the override is about that stop: its rule and technique, on its days, for work in its
/// regions alone.
bool is_for(const Override& made, const Concern& stop, const Work& work, Date day);

/// Whether the stop hangs on nothing that was not there when the override was made.
bool knew_all(const Override& made, const Concern& stop);

} // namespace praxis::safety
