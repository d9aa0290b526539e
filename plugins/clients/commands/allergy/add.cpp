// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/allergy_options.hpp"

namespace praxis {

CommandSpec allergy_add_command() {
    return clients::health_add_command<clients::AllergyOptions>({
        .summary = "record an allergy or intolerance, or that none is known",
        .examples =
            {"praxis allergy add maria --name \"almond oil\" --kind allergy --reaction "
             "rash --severity mild",
             "praxis allergy add maria --none-known"},
    });
}

} // namespace praxis
