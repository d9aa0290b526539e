// SPDX-License-Identifier: MIT
#include "host/confirm.hpp"
#include "host/plugin_administration.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string plugin;
    bool also = false;
    bool gone = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::plugin, "NAME", "the plugin");
    options.flag(&Args::also, "also", "also remove the plugins that need it");
    options.flag(&Args::gone, "gone", "its folder no longer exists: stop requiring its approval");
}

/// Collects the plugin after the plugins that need it, each once.
void collect(
    const plugins::Platform& platform, const std::string& name, std::vector<std::string>& into
) {
    for (const auto& dependent : plugins::dependents_of(platform, name)) {
        collect(platform, dependent, into);
    }
    if (std::find(into.begin(), into.end(), name) == into.end()) {
        into.push_back(name);
    }
}

Table preview_of(HostSession& session, const std::vector<std::string>& names) {
    Table table;
    table.columns = {{"plugin", "would be removed"}, {"folder", "folder"}};
    for (const auto& name : names) {
        table.rows.push_back({name, plugins::get_plugin(session, name).folder});
    }
    return table;
}

Result stop_requiring(HostSession& session, const std::string& name) {
    Table preview;
    preview.columns = {{"plugin", "would no longer be required"}};
    preview.rows.push_back({name});
    if (session.globals().dry_run) {
        session.report("Dry run: praxis removed nothing.");
        return preview;
    }
    confirm_yes(session, preview);
    auto& state = session.platform().state();
    state.untrust(name);
    state.enable(name);
    state.mark_removed(name);
    state.save();
    return Message{name, Value::Object{{"removed", name}}};
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    auto& platform = session.platform();
    if (args.gone && platform.find(args.plugin) == nullptr) {
        return stop_requiring(session, args.plugin);
    }
    const auto name = plugins::get_plugin(session, args.plugin).name;
    std::vector<std::string> names;
    collect(platform, name, names);
    if (names.size() > 1 && !args.also) {
        names.pop_back();
        throw Refused(
            "these plugins need it: " + join(names, ", "),
            "remove them too with --also, or disable it: praxis plugin disable " + name
        );
    }
    for (const auto& one : names) {
        plugins::refuse_unless_own(session, plugins::get_plugin(session, one));
    }
    const auto preview = preview_of(session, names);
    if (session.globals().dry_run) {
        session.report("Dry run: praxis removed nothing.");
        return preview;
    }
    confirm_yes(session, preview);
    auto& state = platform.state();
    for (const auto& one : names) {
        plugins::uninstall(session, plugins::get_plugin(session, one));
        state.untrust(one);
        state.enable(one);
        state.mark_removed(one);
    }
    state.save();
    session.report(
        "its records stay in each practice. To delete them from a practice: praxis plugin purge " +
        name
    );
    return Message{join(names, " "), Value::Object{{"removed", join(names, " ")}}};
}

} // namespace

CommandSpec plugin_remove_command() {
    return command<Args>({
        .summary = "remove a plugin that you installed; its records stay",
        .details = "Some plugins must approve an action, such as a safety check before signing. "
                   "praxis refuses the action if the folder of such a plugin disappears. With "
                   "--gone you confirm that the plugin was removed on purpose.",
        .examples = {"praxis plugin remove cupping", "praxis plugin remove cupping --also --yes"},
        .exits =
            {{Exit::not_found, "there is no such plugin"},
             {Exit::refused, "the plugin came with praxis, or another plugin needs it"},
             {Exit::needs_input, "a yes is missing, or you declined; nothing changed"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
