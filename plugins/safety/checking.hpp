// SPDX-License-Identifier: MIT
/// Asks every check, and holds what they say against the overrides on record.
#pragma once
#include "override.hpp"

#include <praxis/safety/check.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

struct CheckedConcern {
    Concern concern;
    std::optional<Override> overridden = {}; // of a stop: the newest that lets it pass
    std::optional<Override> outgrown = {};   // of a stop: one that did, before it hung on more
    std::vector<std::string> regions_left =
        {}; // of a stop: those of work that no override lets pass
};

struct Answer {
    std::vector<CheckedConcern> told; // the heaviest first, then by technique
    std::vector<Unavailable> unavailable;
};

/// A stop that names no technique counts for each that is asked about.
/// errors  PluginError when a check names a stop without a rule, or the plugin's own rules are not
///         there
Answer ask_all(Session& session, const Question& question);

/// Whether it is about some of that work: "full-back" is about the lower back, too.
bool is_about(const Concern& concern, const std::vector<Work>& work);

/// "stop", "no-consent", "keep-off", "not-asked", "caution": for machines, and for the table.
std::string_view weight_id(Weight weight);

/// Work is left alone while one of these stands: a stop that nobody has overridden, consent that is
/// missing, a question that nobody has asked.
bool forbids(const CheckedConcern& told);

/// The command that overrides a stop, for the work that is asked about.
/// note  when it stands in a note that is kept as a draft
std::string override_command(
    ClientId client,
    const CheckedConcern& stop,
    Date from,
    std::optional<NoteId> note = std::nullopt
);

/// The commands that record what is missing, each once.
std::vector<std::string> fixes_for(const std::vector<CheckedConcern>& told);

/// What the rules of all plugins say (soap.reasons/1).
Check rules_check();

} // namespace praxis::safety
