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
    options.argument(&Args::name, "NAME", "name of the plugin: lower-case letters, digits, dashes");
    options
        .option(
            &Args::kind,
            "template",
            "KIND",
            "data: a technique as a text file, without code; native: commands and a table, in C++; "
            "default: data"
        )
        .choices({"data", "native"});
    options.option(
        &Args::into, "into", "FOLDER", "the folder to create; default: NAME in the current folder"
    );
}

void refuse_name(const plugins::Platform& platform, const Args& args) {
    if (!plugins::is_plugin_name(args.name)) {
        throw UsageError(
            "'" + visible(args.name) + "' is not a valid plugin name",
            "use 2 to 31 lower-case letters, digits and dashes, a letter first"
        );
    }
    const bool claimed =
        std::any_of(platform.manifests().begin(), platform.manifests().end(), [&](const auto& one) {
            return one.name == args.name || (args.kind == "native" && one.claims(args.name));
        });
    if (claimed) {
        throw Refused(
            "there is already a plugin or a command '" + args.name + "'",
            "choose another name; list the names in use: praxis plugin list"
        );
    }
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    refuse_name(session.platform(), args);
    const auto target = fs::absolute(args.into.value_or(args.name)).lexically_normal();
    if (fs::exists(fs::symlink_status(target))) {
        throw Refused(
            visible(target.string()) + " already exists", "choose another folder with --into FOLDER"
        );
    }
    const auto from =
        fs::path{session.environment().bundled_plugins}.parent_path() / "templates" / args.kind;
    if (!fs::is_directory(from)) {
        throw Refused("the template is missing: " + from.string(), "install praxis again");
    }
    if (session.globals().dry_run) {
        session.report("would create the folder " + visible(target.string()));
        session.report("Dry run: praxis wrote nothing.");
    } else {
        plugins::make_folder(from.string(), target.string(), args.name);
        session.report(
            args.kind == "data" ? "next, install it: praxis plugin add " + visible(target.string())
                                : "next, build, test and install it: " +
                                      visible((target / "build_and_add").string())
        );
    }
    return Message{
        target.string(), Value::Object{{"name", args.name}, {"folder", target.string()}}};
}

} // namespace

CommandSpec plugin_new_command() {
    return command<Args>({
        .summary = "create the folder of a new, working plugin from a template",
        .examples = {"praxis plugin new cupping", "praxis plugin new scar-care --template native"},
        .exits = {{Exit::refused, "the name or the folder is taken"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
