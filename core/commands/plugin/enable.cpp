// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"

#include <praxis/command.hpp>

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
    const auto& manifest = plugins::get_plugin(session, args.plugin);
    auto& state = session.platform().state();
    if (!state.enable(manifest.name)) {
        session.report("the plugin was not disabled");
    } else if (!session.globals().dry_run) {
        state.save();
    }
    return Message{manifest.name, Value::Object{{"name", manifest.name}, {"enabled", true}}};
}

} // namespace

CommandSpec plugin_enable_command() {
    return command<Args>({
        .summary = "enable a disabled plugin",
        .examples = {"praxis plugin enable cupping"},
        .exits = {{Exit::not_found, "there is no such plugin"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
