// SPDX-License-Identifier: MIT
#include "screen/checked_flags.hpp"

#include "usual_work.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

bool CheckedFlag::is_overridden() const {
    return !stops.empty() && std::all_of(stops.begin(), stops.end(), [](const auto& stop) {
        return stop.overridden.has_value();
    });
}

std::string CheckedFlag::override_text() const {
    std::vector<std::string> techniques;
    const Override* newest = nullptr;
    for (const auto& stop : stops) {
        if (stop.overridden) {
            techniques.push_back(stop.concern.technique);
            const bool is_newer = newest == nullptr || newest->number < stop.overridden->number;
            newest = is_newer ? &*stop.overridden : newest;
        }
    }
    if (newest == nullptr) {
        return {};
    }
    return "overridden for " + join(techniques, ", ") + " " + describe_override(*newest);
}

std::vector<CheckedFlag>
check_open_flags(Session& session, const ScreenBook& book, ClientId client, Date on) {
    std::vector<CheckedFlag> checked;
    auto open = open_flags(session, book, client, on);
    if (open.empty()) {
        return checked;
    }
    const Question question{.client = client, .work = usual_work(session, client), .on = on};
    for (auto& flag : open) {
        auto stops =
            compare_with_overrides(session.db(), {concern_of(book, flag, client)}, question);
        checked.push_back({.flag = std::move(flag), .stops = std::move(stops)});
    }
    return checked;
}

} // namespace praxis::safety
