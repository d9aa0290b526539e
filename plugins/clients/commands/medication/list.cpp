// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {
namespace {

std::vector<Table::Column> columns() {
    return {
        {.key = "name", .title = "Medication"},
        {.key = "dose", .title = "Dose"},
        {.key = "reason", .title = "For"},
        {.key = "kind", .title = "Kind"},
        {.key = "since", .title = "Since"},
        {.key = "until", .title = "Until"}};
}

} // namespace

CommandSpec medication_list_command() {
    return clients::health_list_command<clients::MedicationRow, columns>({
        .summary = "list the medication that a client takes, or that all clients take",
        .examples =
            {"praxis medication list maria",
             "praxis medication list maria --all",
             "praxis medication list --concept blood-thinner"},
    });
}

} // namespace praxis
