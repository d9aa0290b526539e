// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"
#include "plugins/examination.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using plugins::Finding;

struct Args {
    std::optional<std::string> plugin;
};

void options(Options<Args>& options) {
    options.argument(&Args::plugin, "NAME", "check only this plugin");
}

std::string name_of(Finding::Severity severity) {
    return severity == Finding::Severity::ok        ? "ok"
           : severity == Finding::Severity::warning ? "warning"
                                                    : "wrong";
}

void add(Table& table, HostSession& session, const Finding& finding) {
    if (finding.severity == Finding::Severity::wrong) {
        session.end_with(Exit::plugin);
    }
    table.rows.push_back(
        {finding.plugin, name_of(finding.severity), finding.found, text_or_null(finding.fix)}
    );
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    auto& platform = session.platform();
    Table table;
    table.columns = {{"plugin", "plugin"}, {"state", "state"}, {"found", "found"}, {"fix", "fix"}};
    table.when_empty = "no plugin is installed";
    const auto add_all = [&](const plugins::Manifest& manifest) {
        for (const auto& finding : plugins::examine_plugin(platform, manifest)) {
            add(table, session, finding);
        }
    };
    if (args.plugin) {
        add_all(plugins::get_plugin(session, *args.plugin));
        return table;
    }
    for (const auto& manifest : platform.manifests()) {
        add_all(manifest);
    }
    for (const auto& broken : platform.unreadable()) {
        add(table, session, {broken.plugin, Finding::Severity::wrong, broken.reason, {}});
    }
    return table;
}

} // namespace

CommandSpec plugin_doctor_command() {
    return command<Args>({
        .summary = "test each plugin in a process of its own and report problems",
        .examples = {"praxis plugin doctor", "praxis plugin doctor cupping"},
        .exits =
            {{Exit::done, "every plugin works"},
             {Exit::not_found, "there is no such plugin"},
             {Exit::plugin, "a plugin does not work"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
