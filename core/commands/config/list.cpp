// SPDX-License-Identifier: MIT
#include "plugins/all_settings.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    bool all = false;
    bool show_origin = false;
};

void options(Options<Args>& options) {
    options.flag(&Args::all, "all", "every setting there is, with type, default and meaning");
    options.flag(&Args::show_origin, "show-origin", "which file or variable each value comes from");
}

Table configured_settings(const Config& config, bool show_origin) {
    Table table;
    table.columns = {{"setting", "setting"}, {"value", "value"}};
    table.when_empty = "nothing is configured; praxis uses its defaults: praxis config list --all";
    if (show_origin) {
        table.columns.push_back({"origin", "origin"});
    }
    for (const auto& entry : config.entries()) {
        const auto counts = config.find_entry(entry.name).value_or(entry);
        table.rows.push_back({entry.name, counts.value});
        if (show_origin) {
            table.rows.back().emplace_back(counts.origin);
        }
    }
    return table;
}

Table every_setting(const Config& config, const std::vector<Setting>& settings, bool show_origin) {
    Table table;
    table.columns = {
        {"setting", "setting"},
        {"value", "value"},
        {"type", "type"},
        {"default", "default"},
        {"meaning", "meaning"}};
    if (show_origin) {
        table.columns.push_back({"origin", "origin"});
    }
    for (const auto& setting : settings) {
        const auto entry = config.find_entry(setting.name);
        table.rows.push_back(
            {setting.name,
             text_or_null(entry ? entry->value : setting.default_value),
             describe_type(setting),
             text_or_null(setting.default_value),
             setting.meaning}
        );
        if (show_origin) {
            table.rows.back().push_back(text_or_null(
                entry                           ? entry->origin
                : setting.default_value.empty() ? ""
                                                : "default"
            ));
        }
    }
    return table;
}

Result run(Session& session, const Args& args) {
    auto& host = host_session(session);
    return args.all ? every_setting(
                          host.config(), plugins::all_settings(host.platform()), args.show_origin
                      )
                    : configured_settings(host.config(), args.show_origin);
}

} // namespace

CommandSpec config_list_command() {
    return command<Args>({
        .summary = "list the settings",
        .examples = {"praxis config list --show-origin", "praxis config list --all"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
