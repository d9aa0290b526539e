// SPDX-License-Identifier: MIT
/// The extension point `sharing`: whether the client agreed that a person sees the record. praxis
/// asks before a command writes a file of the record for a --recipient. In plugin.toml:
///
///   [contributes]
///   "sharing/1" = ["consent"]
#pragma once
#include <praxis/chart.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace praxis {

/// missing  what the record lacks for this recipient, and the command that records it; nothing when
///          the client agreed. `recipient` is a name, or an id such as P-0001, which the check
///          replaces by the name: the disclosure ledger shows it.
struct SharingCheck {
    static constexpr std::string_view id = "sharing/1";
    std::string name;
    std::function<std::optional<Gap>(Session&, ClientId, std::string& recipient)> missing;
};

} // namespace praxis
