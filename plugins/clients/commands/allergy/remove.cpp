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
    options.argument(&Args::number, "NUMBER", "its number in praxis allergy list");
}

Result run(Session& session, const Args& args) {
    const auto row = clients::find_allergy(session.db(), args.number);
    if (!row) {
        clients::no_such_row("allergy", args.number);
    }
    clients::remove_allergy(session.db(), row->number);
    const auto left = clients::allergies_of(session.db(), row->client).size();
    return clients::removed_row(session, "allergy", row->number, row->substance, row->client, left);
}

} // namespace

CommandSpec allergy_remove_command() {
    return command<Args>({
        .summary = "remove an allergy that was recorded by mistake",
        .examples = {"praxis allergy remove 3"},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
