// SPDX-License-Identifier: MIT
#include "health_commands.hpp"
#include "options/condition_options.hpp"

namespace praxis {

CommandSpec condition_edit_command() {
    return clients::health_edit_command<clients::ConditionOptions>({
        .summary = "change a condition",
        .examples =
            {"praxis condition edit 3 --status past",
             "praxis condition edit 3 --until 2019-03",
             "praxis condition edit 3 --note \"under control\""},
    });
}

} // namespace praxis
