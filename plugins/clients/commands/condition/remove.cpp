// SPDX-License-Identifier: MIT
#include "health_queries.hpp"
#include "options/health_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::int64_t number = 0;
};

void options(Options<Args>& options) {
    options.argument(&Args::number, "NUMBER", "its number in praxis condition list");
}

Result run(Session& session, const Args& args) {
    const auto row = clients::find_condition(session.db(), args.number);
    if (!row) {
        clients::no_such_row("condition", args.number);
    }
    clients::remove_condition(session.db(), row->number);
    const auto left = clients::conditions_of(session.db(), row->client).size();
    return clients::removed_row(session, "condition", row->number, row->name, row->client, left);
}

} // namespace

CommandSpec condition_remove_command() {
    return command<Args>({
        .summary = "remove a condition that was recorded by mistake",
        .details = "A condition that is over is kept as past: praxis condition edit NUMBER "
                   "--status past.",
        .examples = {"praxis condition remove 3"},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
