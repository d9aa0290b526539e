// SPDX-License-Identifier: MIT
/// Asks the client's answers on the terminal, question by question.
#pragma once
#include "score.hpp"

#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::outcomes {

/// Only in a command's `prepare`.
/// earlier  activities that the client named before, with their last number: they are asked again
/// errors   UsageError naming the options, when there is no terminal or no answer
TypedAnswers ask_answers(
    Session& session, const Instrument& instrument, const std::vector<NamedNumber>& earlier
);

} // namespace praxis::outcomes
