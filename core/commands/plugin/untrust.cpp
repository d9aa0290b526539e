// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string plugin;
};

void options(Options<Args>& options) {
    options.argument(&Args::plugin, "NAME", "the plugin");
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    auto& state = session.platform().state();
    // This also works if the plugin's folder no longer exists.
    if (!state.untrust(args.plugin)) {
        throw Refused("'" + visible(args.plugin) + "' was not trusted", "praxis plugin list");
    }
    if (!session.globals().dry_run) {
        state.save();
    }
    return Message{args.plugin, Value::Object{{"name", args.plugin}, {"trusted", false}}};
}

} // namespace

CommandSpec plugin_untrust_command() {
    return command<Args>({
        .summary = "stop trusting a plugin's code",
        .examples = {"praxis plugin untrust cupping"},
        .exits = {{Exit::refused, "the plugin was not trusted"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
