// SPDX-License-Identifier: MIT
#include "options/condition_options.hpp"
#include "options/health_options.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::ConditionOptions {
    std::int64_t number = 0;
};

void options(Options<Args>& options) {
    options.argument(&Args::number, "NUMBER", "its number in praxis condition list");
    clients::add_condition_options(options);
}

Result run(Session& session, const Args& args) {
    auto row = clients::find_condition(session.db(), args.number);
    if (!row) {
        clients::no_such_row("condition", args.number);
    }
    if (!clients::any_given(args)) {
        throw UsageError(
            "nothing to change was given", "give --status, --note, --since, --code ..."
        );
    }
    const auto before = clients::json_of(*row);
    clients::apply(session, args, *row);
    const auto changed = clients::changed_members(before, clients::json_of(*row));
    if (!changed.empty()) {
        clients::update_condition(session.db(), *row);
    }
    return clients::edited(session, "condition", row->number, changed);
}

} // namespace

CommandSpec condition_edit_command() {
    return command<Args>({
        .summary = "change a condition",
        .details = "Only what is given changes. An empty text clears a field.",
        .examples =
            {"praxis condition edit 3 --status past",
             "praxis condition edit 3 --until 2019-03",
             "praxis condition edit 3 --note \"under control\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
