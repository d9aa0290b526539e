// SPDX-License-Identifier: MIT
/// The open flags of screens, with the overrides of their stops.
#pragma once
#include "checking.hpp"
#include "screen/screen_check.hpp"

#include <string>
#include <vector>

namespace praxis::safety {

struct CheckedFlag {
    OpenFlag flag;
    std::vector<CheckedConcern> stops; // one for each technique that the client usually gets

    /// Whether the user has overridden the stop for all of this work.
    [[nodiscard]] bool is_overridden() const;

    /// "overridden for swedish on 2026-11-20, until 2026-12-31: Dr. Kim agrees"; empty without an
    /// override.
    [[nodiscard]] std::string override_text() const;
};

/// The flags that open_flags() gives, in the same order.
std::vector<CheckedFlag>
check_open_flags(Session& session, const ScreenBook& book, ClientId client, Date on);

} // namespace praxis::safety
