// SPDX-License-Identifier: MIT
/// The reasons that users give for doing work that a check stops.
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
    std::string found;                // for people; empty: no entry of the record
    std::vector<std::string> basis;   // the entries behind the stop at that time
    std::string reason;
    Date first_day; // of sessions
    Date last_day;
    ZonedTime made;
    UserId author;
    std::string author_name;
    std::optional<Withdrawal> withdrawn = {};

    /// A withdrawn override does not apply from the day of its withdrawal.
    [[nodiscard]] bool holds_on(Date day) const {
        return first_day <= day && day <= last_day &&
               (!withdrawn || day < withdrawn->at.civil().date);
    }
};

/// The entries behind a stop, as an override stores them.
std::vector<std::string> basis_of(const Concern& concern);

/// Whether the override applies to that stop: same rule and technique, on its days, in its regions.
bool applies_to(const Override& made, const Concern& stop, const Work& work, Date day);

/// Whether every entry behind the stop was known when the override was made.
bool covers_basis(const Override& made, const Concern& stop);

} // namespace praxis::safety
