// SPDX-License-Identifier: MIT
#include "options/allergy_options.hpp"
#include "options/health_options.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::AllergyOptions {
    std::int64_t number = 0;
};

void options(Options<Args>& options) {
    options.argument(&Args::number, "NUMBER", "its number in praxis allergy list");
    clients::add_allergy_options(options);
}

Result run(Session& session, const Args& args) {
    auto row = clients::find_allergy(session.db(), args.number);
    if (!row) {
        clients::no_such_row("allergy", args.number);
    }
    if (!clients::any_given(args)) {
        throw UsageError("nothing to change was given", "give --kind, --reaction, --severity ...");
    }
    const auto before = clients::json_of(*row);
    clients::apply(session, args, *row);
    const auto changed = clients::changed_members(before, clients::json_of(*row));
    if (!changed.empty()) {
        clients::update_allergy(session.db(), *row);
    }
    return clients::edited(session, "allergy", row->number, changed);
}

} // namespace

CommandSpec allergy_edit_command() {
    return command<Args>({
        .summary = "change an allergy",
        .details = "Only what is given changes. An empty text clears a field.",
        .examples = {"praxis allergy edit 1 --severity severe"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
