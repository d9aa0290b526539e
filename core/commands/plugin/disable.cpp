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

std::string points_of(const auto& offers) {
    std::vector<std::string> points;
    for (const auto& [point, offered] : offers) {
        points.push_back(point);
    }
    return join(points, ", ");
}

void report_effects(HostSession& session, const plugins::Manifest& manifest) {
    const auto dependents = plugins::dependents_of(session.platform(), manifest.name);
    if (!dependents.empty()) {
        session.report("these plugins need it and do not work now: " + join(dependents, ", "));
    }
    if (!manifest.files.empty()) {
        session.report("its files are now ignored: " + points_of(manifest.files));
    }
    if (!manifest.contributes.empty()) {
        session.report("its contributions are now missing: " + points_of(manifest.contributes));
    }
    if (!manifest.before.empty()) {
        session.report(
            "it can block these actions, so they are refused while it is disabled: " +
            join(manifest.before, ", ")
        );
    }
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    const auto& manifest = plugins::get_plugin(session, args.plugin);
    auto& state = session.platform().state();
    report_effects(session, manifest);
    if (!state.disable(manifest.name)) {
        session.report("the plugin was already disabled");
    } else if (!session.globals().dry_run) {
        state.save();
    }
    return Message{manifest.name, Value::Object{{"name", manifest.name}, {"enabled", false}}};
}

} // namespace

CommandSpec plugin_disable_command() {
    return command<Args>({
        .summary = "disable a plugin; its records stay",
        .examples = {"praxis plugin disable cupping"},
        .exits = {{Exit::not_found, "there is no such plugin"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
