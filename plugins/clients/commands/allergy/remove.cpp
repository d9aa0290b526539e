// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {

CommandSpec allergy_remove_command() {
    return clients::health_remove_command<clients::AllergyRow>({
        .summary = "remove an allergy that was recorded by mistake",
        .examples = {"praxis allergy remove 3"},
    });
}

} // namespace praxis
