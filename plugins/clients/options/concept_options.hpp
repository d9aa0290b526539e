// SPDX-License-Identifier: MIT
/// What the rules understand of a condition, medication or allergy: read from its name, or decided
/// by --concept and --state.
#pragma once
#include "options/option_text.hpp"

#include <praxis/clients/concepts.hpp>
#include <praxis/command.hpp>

#include <optional>
#include <string>

namespace praxis::clients {

/// Args  has the members `concepts` and `state`
template <class Args> void declare_concepts(Options<Args>& options) {
    add_option(
        options,
        &Args::concepts,
        "concept",
        "ID",
        "what the rules understand, instead of reading the name: ids separated by commas, or none"
    );
    add_option(options, &Args::state, "state", "STATE", "how it applies to the client")
        .choices({"present", "suspected", "past", "family", "denied", "mentioned"});
}

/// Fills the column `concepts` and reports what the rules understand: of the options, or of the
/// text when it is new or changed. A decision stays until the name changes; another code adds what
/// it stands for.
/// before  the text as it was; nothing for a new row
/// errors  Refused: an unknown concept; --state when nothing is understood
void understand(
    Session& session,
    std::optional<std::string>& stored,
    const OptionText& concepts,
    const OptionText& state,
    const TextOfRow& text,
    const std::optional<TextOfRow>& before
);

/// "blood clot in a vein, present; ..." for lists; empty when nothing is understood.
std::string describe_concepts(Session& session, const std::optional<std::string>& stored);

/// "did you mean ...?", or the other hint when no concept has a similar id.
std::string suggest_concept(Session& session, const std::string& id, const std::string& otherwise);

/// An answer in the place of a name: "NKDA" means that none is known, "?" means nothing.
/// noun    condition, medication, allergy
/// errors  Refused with the command that records the answer
void refuse_answer(
    Session& session, const std::string& name, ClientId client, const std::string& noun
);

} // namespace praxis::clients
