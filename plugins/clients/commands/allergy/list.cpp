// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {
namespace {

std::vector<Table::Column> columns() {
    return {
        {.key = "substance", .title = "Substance"},
        {.key = "kind", .title = "Kind"},
        {.key = "reaction", .title = "Reaction"},
        {.key = "severity", .title = "Severity"}};
}

} // namespace

CommandSpec allergy_list_command() {
    return clients::health_list_command<clients::AllergyRow, columns>({
        .summary = "list a client's allergies and intolerances",
        .examples = {"praxis allergy list maria"},
    });
}

} // namespace praxis
