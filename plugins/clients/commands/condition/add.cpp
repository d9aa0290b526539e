// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/condition_options.hpp"

namespace praxis {

CommandSpec condition_add_command() {
    return clients::health_add_command<clients::ConditionOptions>({
        .summary = "record a pre-existing condition, or that none is known",
        .details = "As the client reports it: nobody diagnoses here. With --none-known it is "
                   "recorded that you asked and the client knows of none; a condition added "
                   "later ends that.",
        .examples =
            {"praxis condition add maria --name \"high blood pressure\" --since 2019 "
             "--diagnosed-by \"Dr Okafor\"",
             "praxis condition add maria --none-known"},
    });
}

} // namespace praxis
