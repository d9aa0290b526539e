// SPDX-License-Identifier: MIT
#include "options/allergy_options.hpp"

#include "options/health_options.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {

bool any_given(const AllergyOptions& options) {
    return any_given(options.substance, options.kind, options.reaction, options.severity);
}

void apply(Session& session, const AllergyOptions& options, AllergyRow& allergy) {
    if (options.substance) {
        allergy.substance = trim(*options.substance);
    }
    if (allergy.substance.empty()) {
        throw Refused("an allergy needs its substance", "give --substance TEXT");
    }
    set_text(allergy.kind, options.kind);
    set_text(allergy.reaction, options.reaction);
    set_text(allergy.severity, options.severity);
    for (const auto& other : allergies_of(session.db(), allergy.client)) {
        if (other.number != allergy.number && fold(other.substance) == fold(allergy.substance)) {
            refuse_listed_twice("allergy", other.number);
        }
    }
}

} // namespace praxis::clients
