// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "client_table.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    bool archived = false;
    bool all = false;
};

void options(Options<Args>& options) {
    options.flag(&Args::archived, "archived", "only archived clients");
    options.flag(&Args::all, "all", "active and archived clients");
}

Result run(Session& session, const Args& args) {
    if (args.archived && args.all) {
        throw UsageError("--archived and --all exclude each other", "give only one of them");
    }
    const auto filter = args.all        ? clients::ClientFilter::all
                        : args.archived ? clients::ClientFilter::archived
                                        : clients::ClientFilter::active;
    return clients::client_table(
        session.db(),
        filter,
        args.archived ? "no client is archived"
                      : "no active client; add one: praxis client add --given NAME --family NAME"
    );
}

} // namespace

CommandSpec client_list_command() {
    return command<Args>({
        .summary = "list the clients by family name",
        .examples = {"praxis client list", "praxis client list --all --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
