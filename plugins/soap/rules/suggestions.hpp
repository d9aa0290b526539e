// SPDX-License-Identifier: MIT
/// `technique suggest`: reasons for and against techniques, for one client.
#pragma once
#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::soap::suggest {

/// The arguments of the command.
struct Question {
    std::string client;
    std::optional<std::string> technique;
    std::optional<std::string> complaint; // "CO-0001"
};

/// A row for each technique and reason; missing answers come first and are also reported.
/// errors  NotFound for an unknown client, technique or complaint; UsageError when the complaint is
///         not a number; Refused when it belongs to another client
Table list_suggestions(Session& session, const Question& question);

} // namespace praxis::soap::suggest
