// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/chart.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <vector>

namespace praxis::exports::fhir {

/// The resources of every plugin. Reports each plugin whose resources are missing because it cannot
/// be loaded.
std::vector<Value> gather(Session& session, const FhirRequest& request);

} // namespace praxis::exports::fhir
