// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {

CommandSpec medication_remove_command() {
    return clients::health_remove_command<clients::MedicationRow>({
        .summary = "remove a medication that was recorded by mistake",
        .details =
            "To keep a medication that has ended, enter its last day: praxis medication edit "
            "NUMBER --until DATE.",
        .examples = {"praxis medication remove 3"},
    });
}

} // namespace praxis
