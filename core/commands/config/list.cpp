// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    bool show_origin = false;
};

void options(Options<Args>& options) {
    options.flag(&Args::show_origin, "show-origin", "which file each setting comes from");
}

Result run(Session& session, const Args& args) {
    Table table;
    table.columns = {{"setting", "setting"}, {"value", "value"}};
    if (args.show_origin) {
        table.columns.push_back({"origin", "origin"});
    }
    table.when_empty = "nothing is configured; praxis runs with its defaults";
    for (const auto& setting : host_session(session).config().all()) {
        table.rows.push_back({setting.path, setting.value});
        if (args.show_origin) {
            table.rows.back().emplace_back(setting.origin);
        }
    }
    return table;
}

} // namespace

CommandSpec config_list_command() {
    return command<Args>({
        .summary = "list the settings",
        .examples = {"praxis config list --show-origin"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
