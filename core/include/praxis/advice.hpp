// SPDX-License-Identifier: MIT
/// The extension point `advice`: what other professionals recommend about a client, such as the
/// recommendations of a report. A plan can take them. In plugin.toml:
///
///   [contributes]
///   "advice/1" = ["referrals"]
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// record  the record that has it, as praxis prints it: "R-0001"
/// by      who recommends it
/// on      the day on which it was written, otherwise received
struct Advice {
    std::string record;
    std::string text;
    std::string by;
    Date on;
};

/// list  oldest first
struct AdviceSource {
    static constexpr std::string_view id = "advice/1";
    std::string name;
    std::function<std::vector<Advice>(Session&, ClientId)> list;
};

} // namespace praxis
