// SPDX-License-Identifier: MIT
/// `technique suggest`: what speaks for techniques and against them, of one client.
#pragma once
#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::soap::suggest {

/// What somebody asks for; nothing stands for all.
struct Question {
    std::string client;
    std::optional<std::string> technique;
    std::optional<std::string> complaint; // "CO-0001"
};

/// A row for each technique and reason. What was never asked is the first of them, and is said;
/// so is that all of it decides nothing.
/// errors  NotFound for a client, technique or complaint that is none; UsageError and Refused for
///         a complaint that is no number, or another client's
Table suggestions(Session& session, const Question& question);

} // namespace praxis::soap::suggest
