// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/document.hpp>

#include <string>

namespace praxis::exports::html {

/// What the letter is, its receiver, and beside them date, urgency and reference.
std::string letter_front(const LetterFrame& letter);

std::string slip_part(const Slip& slip);

} // namespace praxis::exports::html
