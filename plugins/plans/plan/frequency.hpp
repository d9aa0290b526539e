// SPDX-License-Identifier: MIT
/// How often a plan's sessions are: "every 1 to 2 weeks".
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace praxis::plans {

/// Days from one session to the next.
struct Frequency {
    int days_least = 7;
    int days_most = 7;

    bool operator==(const Frequency&) const = default;
};

/// Reads "weekly", "every week", "every 10 days", "every 1 to 2 weeks", "every 3-4 weeks",
/// "monthly", "twice a week", "3 times a week"; nothing for any other text. A month counts 30 days.
std::optional<Frequency> read_frequency(std::string_view text);

/// "every 1 to 2 weeks", as read_frequency() reads it.
std::string frequency_text(const Frequency& frequency);

/// A span of days for people: "6 weeks", "10 days".
std::string days_text(int days);

} // namespace praxis::plans
