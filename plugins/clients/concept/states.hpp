// SPDX-License-Identifier: MIT
/// How a mentioned concept applies to the client. In doubt the client has it.
#pragma once
#include "concept/mentions.hpp"

#include <praxis/date.hpp>

#include <optional>

namespace praxis::clients {

/// The state of one mention, by its own words and by what follows about it.
/// on  the day of the text
ConceptState
state_of(const ReadText& text, const Mention& mention, const StateWording& wording, Date on);

/// Denied when the ingredient is left out, otherwise present.
ConceptState state_of_ingredient(
    const ReadText& text, const Mention& mention, const StateWording& wording, Date on
);

/// How many days before `on` it was, as the words near the mention give it: "ten days ago", "in
/// 2011", "yesterday". Nothing when they do not.
std::optional<int> days_since(const ReadText& text, const Mention& mention, Date on);

} // namespace praxis::clients
