// SPDX-License-Identifier: MIT
#include "host/confirm.hpp"
#include "host/plugin_administration.hpp"
#include "plugins/permissions.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis {
namespace {

using plugins::Manifest;
using plugins::Origin;

struct Args {
    std::string plugin;
    std::optional<std::string> sha256;
    bool whatever_changes = false;
    bool replace_bundled = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::plugin, "NAME", "the plugin");
    options.option(
        &Args::sha256, "sha256", "HEX", "the SHA-256 of its library, instead of a question"
    );
    options.flag(
        &Args::whatever_changes,
        "dev",
        "keep trusting the folder after changes, for a plugin that you are developing"
    );
    options.flag(
        &Args::replace_bundled,
        "replace-bundled",
        "let it replace the bundled plugin of the same name"
    );
}

const Manifest& get_native_plugin(HostSession& session, const Args& args) {
    if (args.replace_bundled) {
        for (const auto& manifest : session.platform().hidden()) {
            if (manifest.name == args.plugin && manifest.origin != Origin::bundled) {
                return manifest;
            }
        }
    }
    const auto& manifest = plugins::get_plugin(session, args.plugin);
    if (manifest.origin == Origin::bundled) {
        throw Refused("'" + manifest.name + "' is part of praxis and needs no trust");
    }
    return manifest;
}

Record preview_of(const Manifest& manifest, const std::string& digest) {
    const auto library = manifest.folder + "/" + manifest.library;
    return Record{{
        {"name", "name", manifest.name},
        {"version", "version", manifest.version},
        {"folder", "folder", manifest.folder},
        {"size",
         "size of its code",
         std::to_string(boost::filesystem::file_size(library)) + " bytes"},
        {"sha256", "SHA-256", digest},
        {"commands", "commands", text_or_null(plugins::list_nouns(manifest))},
        {"tables", "tables", text_or_null(manifest.schema > 0 ? manifest.table_prefix + "*" : "")},
        {"may_veto", "may veto", text_or_null(join(manifest.before, ", "))},
        {"hears_of", "receives", text_or_null(join(manifest.after, ", "))},
        {"warning",
         "warning",
         "its code can do everything that you can do, and can read every record"},
    }};
}

/// Trust needs the digest that the plugin's author published, or the answer of a user who has read
/// the preview. --yes is not enough.
void ask(
    const HostSession& session, const Args& args, const Record& record, const std::string& digest
) {
    if (args.sha256) {
        auto given = *args.sha256;
        std::transform(given.begin(), given.end(), given.begin(), [](unsigned char letter) {
            return static_cast<char>(std::tolower(letter));
        });
        if (given != digest) {
            throw Refused(
                "the SHA-256 of its library is " + digest + ", which differs from --sha256",
                "do not trust it; get the plugin from its author again"
            );
        }
        return;
    }
    if (!session.can_ask()) {
        throw NeedsInput(
            "this question needs a terminal",
            "give the SHA-256 that the plugin's author published: --sha256 HEX"
        );
    }
    confirm_yes(session, record);
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    const auto& manifest = get_native_plugin(session, args);
    if (manifest.kind != "native") {
        return Message{
            "'" + manifest.name + "' has no code and needs no trust",
            Value::Object{{"name", manifest.name}, {"trusted", true}}};
    }
    const auto library = manifest.folder + "/" + manifest.library;
    if (const auto problem = plugins::problem_up_to_root(library)) {
        throw PluginError("the plugin '" + manifest.name + "' cannot be trusted: " + *problem);
    }
    const auto digest = plugins::sha256_of_file(library);
    const auto manifest_digest = plugins::sha256_of_file(manifest.folder + "/plugin.toml");
    const auto record = preview_of(manifest, digest);
    ask(session, args, record, digest);
    auto& state = session.platform().state();
    state.trust(
        {manifest.name,
         manifest.folder,
         digest,
         manifest_digest,
         session.today().iso(),
         args.whatever_changes,
         args.replace_bundled}
    );
    if (!session.globals().dry_run) {
        state.save();
    }
    return Message{
        manifest.name,
        Value::Object{{"name", manifest.name}, {"trusted", true}, {"sha256", digest}}};
}

} // namespace

CommandSpec plugin_trust_command() {
    return command<Args>({
        .summary = "let the present version of a plugin's code run",
        .examples =
            {"praxis plugin trust cupping",
             "praxis plugin trust cupping --sha256 9f86d0...",
             "praxis plugin trust cupping --dev"},
        .exits =
            {{Exit::not_found, "there is no such plugin"},
             {Exit::refused, "the plugin came with praxis, or its SHA-256 differs"},
             {Exit::needs_input, "a yes is missing, or you declined; nothing changed"},
             {Exit::plugin, "the plugin is broken, or other users can change it"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
