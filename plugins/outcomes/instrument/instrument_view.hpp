// SPDX-License-Identifier: MIT
#pragma once
#include "instrument/instrument.hpp"

#include <praxis/document.hpp>
#include <praxis/value.hpp>

namespace praxis::outcomes {

/// The instrument in full: questions, scoring, licence, important changes, sources.
Document instrument_document(const Instrument& instrument);

Value instrument_value(const Instrument& instrument);

} // namespace praxis::outcomes
