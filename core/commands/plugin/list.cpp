// SPDX-License-Identifier: MIT
#include "host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

Result run(Session& session, const NoArgs& /*args*/) {
    Table table;
    table.columns = {
        {"name", "name"},
        {"version", "version"},
        {"kind", "kind"},
        {"commands", "commands"},
        {"folder", "from"},
        {"problem", "problem"}};
    table.when_empty = "there is no plugin";
    const auto& platform = host_session(session).platform();
    for (const auto& manifest : platform.manifests()) {
        std::vector<std::string> nouns;
        for (const auto& noun : manifest.nouns) {
            nouns.push_back(noun.name);
        }
        table.rows.push_back(
            {manifest.name, manifest.version, manifest.kind, join(nouns, " "), manifest.folder, {}}
        );
    }
    for (const auto& broken : platform.unreadable()) {
        table.rows.push_back({broken.plugin, {}, {}, {}, {}, broken.reason});
    }
    return table;
}

} // namespace

Card plugin_list_command() {
    return command<NoArgs>({
        .summary = "list the plugins; loads none of them",
        .examples = {"praxis plugin list"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
