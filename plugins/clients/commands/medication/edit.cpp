// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/medication_options.hpp"

namespace praxis {

CommandSpec medication_edit_command() {
    return clients::health_edit_command<clients::MedicationOptions>({
        .summary = "change a medication",
        .examples =
            {"praxis medication edit 2 --until today",
             "praxis medication edit 2 --dose \"200 mg daily\""},
    });
}

} // namespace praxis
