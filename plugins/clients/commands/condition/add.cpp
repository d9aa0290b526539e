// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/condition_options.hpp"

namespace praxis {

CommandSpec condition_add_command() {
    return clients::health_add_command<clients::ConditionOptions>({
        .summary = "record a pre-existing condition, or that none is known",
        .details = "Record a condition as the client reports it; do not diagnose. "
                   "--none-known records that you asked and the client knows of none. A condition "
                   "that you add later removes that entry.",
        .examples =
            {"praxis condition add maria --name \"high blood pressure\" --since 2019 "
             "--diagnosed-by \"Dr Okafor\"",
             "praxis condition add maria --none-known"},
    });
}

} // namespace praxis
