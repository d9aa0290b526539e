// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {

CommandSpec condition_remove_command() {
    return clients::health_remove_command<clients::ConditionRow>({
        .summary = "remove a condition that was recorded by mistake",
        .details = "To keep a condition that has ended, make it past: praxis condition edit NUMBER "
                   "--status past.",
        .examples = {"praxis condition remove 3"},
    });
}

} // namespace praxis
