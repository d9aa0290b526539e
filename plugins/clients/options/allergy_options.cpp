// SPDX-License-Identifier: MIT
#include "options/allergy_options.hpp"

namespace praxis::clients {

void apply(Session& /*session*/, const AllergyOptions& options, AllergyRow& allergy) {
    set_text(allergy.kind, options.kind);
    set_text(allergy.reaction, options.reaction);
    set_text(allergy.severity, options.severity);
}

} // namespace praxis::clients
