// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string source;
    bool replace = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::source, "PATH", "the plugin's folder, or a .tar.gz of it");
    options.flag(&Args::replace, "replace", "replace the installed plugin of that name");
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    const auto manifest = plugins::install(session, args.source, args.replace);
    auto& state = session.platform().state();
    if (!session.globals().dry_run && state.is_removed(manifest.name)) {
        state.forget_removed(manifest.name);
        state.save();
    }
    if (session.globals().dry_run) {
        session.report("would install " + manifest.name + " " + manifest.version);
        session.report("Dry run: praxis wrote nothing.");
    } else if (manifest.kind == "native") {
        session.report("to let its code run: praxis plugin trust " + manifest.name);
    }
    return Message{
        manifest.name,
        Value::Object{
            {"name", manifest.name}, {"version", manifest.version}, {"folder", manifest.folder}}};
}

} // namespace

CommandSpec plugin_add_command() {
    return command<Args>({
        .summary = "install a plugin from a folder or archive",
        .details =
            "praxis copies the folder to $XDG_DATA_HOME/praxis/plugins, completely or not at all. "
            "The plugin's code does not run until you trust it with praxis plugin trust.",
        .examples =
            {"praxis plugin add ./cupping", "praxis plugin add cupping-1.2.tar.gz --replace"},
        .exits =
            {{Exit::not_found, "there is no such file or folder"},
             {Exit::refused, "the plugin exists already, or the folder is not a plugin"},
             {Exit::plugin, "the plugin is broken"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
