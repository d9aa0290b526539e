// SPDX-License-Identifier: MIT
#include "practice/purge.hpp"

#include "practice/migrate.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string plugin;
};

void options(Options<Args>& options) {
    options.argument(&Args::plugin, "NAME", "the plugin, already removed");
}

void refuse_wrong_plugin(HostSession& session, const std::string& name) {
    if (!practice::knows_plugin(session.db(), name)) {
        throw NotFound(
            "this practice has no records of a plugin '" + visible(name) + "'", "praxis plugin list"
        );
    }
    if (name == "core") {
        throw Refused("the core cannot be purged");
    }
    if (session.platform().find(name) != nullptr) {
        throw Refused(
            "'" + name + "' is still installed and would create its tables again",
            "remove it first: praxis plugin remove " + name
        );
    }
}

/// Makes the copy before the transaction starts: VACUUM INTO does not work inside one.
void prepare(Session& any_session, Args& args) {
    auto& session = host_session(any_session);
    refuse_wrong_plugin(session, args.plugin);
    if (!session.globals().dry_run) {
        session.copy_practice(".before-purge-of-" + args.plugin);
    }
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    refuse_wrong_plugin(session, args.plugin);
    Table table;
    table.columns = {{"table", "table"}, {"rows", "rows", Align::right}};
    for (const auto& [name, rows] : practice::tables_of(session.db(), args.plugin)) {
        table.rows.push_back({name, rows});
    }
    practice::purge(session.db(), args.plugin);
    return table;
}

std::string confirm_name(Session& /*session*/, const Args& args) {
    return args.plugin;
}

} // namespace

CommandSpec plugin_purge_command() {
    return command<Args>({
        .summary = "delete all records of a removed plugin from the practice",
        .examples = {"praxis plugin purge cupping --confirm cupping"},
        .access = Access::write,
        .danger = Danger::severe,
        .options = options,
        .prepare = prepare,
        .run = run,
        .confirm_name = confirm_name,
    });
}

} // namespace praxis
