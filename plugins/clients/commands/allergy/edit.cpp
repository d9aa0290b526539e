// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/allergy_options.hpp"

namespace praxis {

CommandSpec allergy_edit_command() {
    return clients::health_edit_command<clients::AllergyOptions>({
        .summary = "change an allergy",
        .examples = {"praxis allergy edit 1 --severity severe"},
    });
}

} // namespace praxis
