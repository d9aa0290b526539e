// SPDX-License-Identifier: MIT
/// Resources of many plugins as one FHIR R4 Bundle.
#pragma once
#include <praxis/value.hpp>

#include <string>
#include <vector>

namespace praxis::exports::fhir {

/// All resources, each once, in the order of their kinds.
/// timestamp  FHIR instant: "2026-11-20T14:30:00+01:00"
/// errors     PluginError when two different resources have one id: references to it would be
///            ambiguous
Value collection(const std::vector<Value>& resources, const std::string& timestamp);

/// A document: the first of `own` is its Composition. Of `others` only what these refer to, what
/// belongs to an encounter or a request among them, and what those refer to in turn.
/// The Composition's own date is the timestamp when it has a time, so that the same letter gives
/// the same bundle whenever it is exported; `now` otherwise.
Value document(
    const std::vector<Value>& own, const std::vector<Value>& others, const std::string& now
);

} // namespace praxis::exports::fhir
