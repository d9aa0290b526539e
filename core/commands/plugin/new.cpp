// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"
#include "plugins/new_folder.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

struct Args {
    std::string name;
    std::string kind = "data";
    std::optional<std::string> into;
};

void options(Options<Args>& options) {
    options.argument(&Args::name, "NAME", "of the plugin: small letters, digits, dashes");
    options
        .option(
            &Args::kind,
            "template",
            "KIND",
            "data: a technique, a text file and no code; native: a noun with its table, in C++; "
            "default: data"
        )
        .choices({"data", "native"});
    options.option(&Args::into, "into", "FOLDER", "the folder to make; default: NAME, here");
}

void refuse_name(const plugins::Platform& platform, const Args& args) {
    if (!plugins::is_plugin_name(args.name)) {
        throw UsageError(
            "'" + visible(args.name) + "' is no name for a plugin",
            "small letters, digits and dashes, a letter first, at most 31"
        );
    }
    const bool claimed =
        std::any_of(platform.manifests().begin(), platform.manifests().end(), [&](const auto& one) {
            return one.name == args.name || (args.kind == "native" && one.claims(args.name));
        });
    if (claimed) {
        throw Refused("there is a plugin or a command '" + args.name + "' already", "praxis help");
    }
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    refuse_name(session.platform(), args);
    const auto target = fs::absolute(args.into.value_or(args.name)).lexically_normal();
    if (fs::exists(fs::symlink_status(target))) {
        throw Refused(
            visible(target.string()) + " is already there", "give another name with --into"
        );
    }
    const auto from =
        fs::path{session.environment().bundled_plugins}.parent_path() / "templates" / args.kind;
    if (!fs::is_directory(from)) {
        throw Refused("there is nothing to begin with at " + from.string(), "install praxis again");
    }
    if (session.globals().dry_run) {
        session.report("a dry run: nothing was written");
    } else {
        plugins::make_folder(from.string(), target.string(), args.name);
    }
    session.report(
        args.kind == "data"
            ? "add it as it is: praxis plugin add " + visible(target.string())
            : "build it, test it and add it: " + visible((target / "build_and_add").string())
    );
    return Message{
        target.string(), Value::Object{{"name", args.name}, {"folder", target.string()}}};
}

} // namespace

CommandSpec plugin_new_command() {
    return command<Args>({
        .summary = "make the folder of a new plugin, which works without an edit",
        .examples = {"praxis plugin new cupping", "praxis plugin new scar-care --template native"},
        .exits = {{Exit::refused, "the name or the folder is taken"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
