// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using plugins::Manifest;
using plugins::Standing;

Value problem_of(const plugins::Platform& platform, const Manifest& manifest) {
    const auto standing = plugins::standing_of(manifest, platform.state());
    if (standing.state != Standing::State::usable) {
        return standing.reason + ": " + standing.fix;
    }
    const auto* trust = platform.state().trust_of(manifest.name);
    if (trust != nullptr && trust->whatever_changes) {
        return "stays trusted after changes; when it is finished: praxis plugin trust " +
               manifest.name;
    }
    return {};
}

std::vector<Value> row_of(const Manifest& manifest, std::string state, Value problem) {
    return {
        manifest.name,
        manifest.version,
        std::move(state),
        plugins::list_nouns(manifest),
        plugins::describe_place(manifest),
        std::move(problem)};
}

Result run(Session& session, const NoArgs& /*args*/) {
    Table table;
    table.columns = {
        {"name", "name"},
        {"version", "version"},
        {"state", "state"},
        {"commands", "commands"},
        {"from", "from"},
        {"problem", "problem"}};
    table.when_empty = "no plugin is installed";
    const auto& platform = host_session(session).platform();
    for (const auto& manifest : platform.manifests()) {
        const auto standing = plugins::standing_of(manifest, platform.state());
        table.rows.push_back(
            row_of(manifest, plugins::name_of(standing, manifest), problem_of(platform, manifest))
        );
    }
    for (const auto& manifest : platform.hidden()) {
        const auto* used = platform.find(manifest.name);
        table.rows.push_back(row_of(
            manifest,
            "hidden",
            used == nullptr
                ? Value{}
                : "hidden by the plugin of the same name: " + plugins::describe_place(*used)
        ));
    }
    for (const auto& broken : platform.unreadable()) {
        table.rows.push_back({broken.plugin, {}, "refused", {}, {}, broken.reason});
    }
    return table;
}

} // namespace

CommandSpec plugin_list_command() {
    return command<NoArgs>({
        .summary = "list the plugins, without loading them",
        .examples = {"praxis plugin list"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
