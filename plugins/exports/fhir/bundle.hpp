// SPDX-License-Identifier: MIT
/// Resources of many plugins as one FHIR R4 Bundle.
#pragma once
#include <praxis/value.hpp>

#include <string>
#include <vector>

namespace praxis::exports::fhir {

/// All resources, each once, in the order of their kinds.
/// timestamp  FHIR instant: "2026-11-20T14:30:00+01:00"
/// errors     PluginError when two different resources have the same id: references to it would be
///            ambiguous
Value collection(const std::vector<Value>& resources, const std::string& timestamp);

/// A document: the first of `own` is its Composition. Of `others` it takes the resources that `own`
/// refers to, those that belong to an encounter or a request among them, and in turn the resources
/// that these refer to. The timestamp is the Composition's date when that has a time, so that each
/// export of a letter gives the same bundle; otherwise `now`.
Value document(
    const std::vector<Value>& own, const std::vector<Value>& others, const std::string& now
);

} // namespace praxis::exports::fhir
