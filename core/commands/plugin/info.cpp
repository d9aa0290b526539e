// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using plugins::Manifest;

struct Args {
    std::string plugin;
};

void options(Options<Args>& options) {
    options.argument(&Args::plugin, "NAME", "the plugin");
}

/// "clients >=0.1, <1: installed 0.1.0"
std::string needs_of(const plugins::Platform& platform, const Manifest& manifest) {
    std::vector<std::string> lines;
    for (const auto& need : manifest.needs) {
        const auto* there = platform.find(need.name);
        const auto found = there == nullptr ? "not installed"
                           : plugins::in_range(there->version, need.range)
                               ? "installed " + there->version
                               : "installed " + there->version + ", which does not fit";
        lines.push_back(
            need.name + (need.range.empty() ? "" : " " + need.range) + " (" + found + ")"
        );
    }
    return join(lines, "; ");
}

std::string contributions_of(const Manifest& manifest) {
    std::vector<std::string> lines;
    for (const auto& [point, names] : manifest.contributes) {
        lines.push_back(point + ": " + join(names, ", "));
    }
    for (const auto& [point, folder] : manifest.files) {
        lines.push_back(point + ": files in " + folder + "/");
    }
    return join(lines, "; ");
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    auto& platform = session.platform();
    const auto& manifest = plugins::get_plugin(session, args.plugin);
    const auto standing = plugins::standing_of(manifest, platform.state());
    return Record{{
        {"name", "name", manifest.name},
        {"version", "version", manifest.version},
        {"summary", "summary", text_or_null(manifest.summary)},
        {"state", "state", plugins::name_of(standing, manifest)},
        {"problem", "problem", text_or_null(standing.reason)},
        {"fix", "fix", text_or_null(standing.fix)},
        {"kind", "kind", manifest.kind},
        {"folder", "folder", manifest.folder},
        {"commands", "commands", text_or_null(plugins::list_nouns(manifest))},
        {"needs", "needs", text_or_null(needs_of(platform, manifest))},
        {"needed_by",
         "needed by",
         text_or_null(join(plugins::dependents_of(platform, manifest.name), ", "))},
        {"services", "services", text_or_null(join(manifest.services, ", "))},
        {"contributes", "contributes", text_or_null(contributions_of(manifest))},
        {"may_veto", "may veto", text_or_null(join(manifest.before, ", "))},
        {"hears_of", "receives", text_or_null(join(manifest.after, ", "))},
        {"tables", "tables", text_or_null(manifest.schema > 0 ? manifest.table_prefix + "*" : "")},
        {"schema", "migrations", manifest.schema},
        {"library_sha256", "SHA-256", text_or_null(plugins::digest_of_library(manifest))},
        {"build", "built for", text_or_null(plugins::build_of(manifest))},
        {"unknown_keys", "unknown keys", text_or_null(join(manifest.unknown_keys, ", "))},
    }};
}

} // namespace

CommandSpec plugin_info_command() {
    return command<Args>({
        .summary = "show everything about a plugin, without loading it",
        .examples = {"praxis plugin info soap", "praxis plugin info soap --json"},
        .exits = {{Exit::not_found, "there is no such plugin"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
