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
    options.argument(&Args::number, "NUMBER", "its number in praxis medication list");
}

Result run(Session& session, const Args& args) {
    const auto row = clients::find_medication(session.db(), args.number);
    if (!row) {
        clients::no_such_row("medication", args.number);
    }
    clients::remove_medication(session.db(), row->number);
    const auto left = clients::medications_of(session.db(), row->client).size();
    return clients::removed_row(session, "medication", row->number, row->name, row->client, left);
}

} // namespace

CommandSpec medication_remove_command() {
    return command<Args>({
        .summary = "remove a medication that was recorded by mistake",
        .details = "A medication that is no longer taken is kept: praxis medication edit NUMBER "
                   "--until DATE.",
        .examples = {"praxis medication remove 3"},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
