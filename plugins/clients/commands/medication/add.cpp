// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/medication_options.hpp"

namespace praxis {

CommandSpec medication_add_command() {
    return clients::health_add_command<clients::MedicationOptions>({
        .summary = "record a medication, or that none is taken",
        .examples =
            {"praxis medication add maria --name ibuprofen --dose \"400 mg, as needed\" --kind "
             "over-the-counter --reason \"back pain\"",
             "praxis medication add maria --none-known"},
    });
}

} // namespace praxis
