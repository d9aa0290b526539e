// SPDX-License-Identifier: MIT
#include "fhir/gather.hpp"

#include <iterator>

namespace praxis::exports::fhir {

std::vector<Value> gather(Session& session, const FhirRequest& request) {
    const auto mappers = session.all<RecordMapper>();
    std::vector<Value> resources;
    for (const auto* mapper : mappers.items) {
        if (mapper->fhir) {
            auto more = mapper->fhir(session, request);
            std::move(more.begin(), more.end(), std::back_inserter(resources));
        }
    }
    for (const auto& unavailable : mappers.unavailable) {
        session.report(
            "the resources of the plugin '" + unavailable.plugin +
            "' are missing: " + unavailable.reason
        );
        session.end_with(Exit::plugin);
    }
    return resources;
}

} // namespace praxis::exports::fhir
