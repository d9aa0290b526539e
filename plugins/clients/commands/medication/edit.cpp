// SPDX-License-Identifier: MIT
#include "options/health_options.hpp"
#include "options/medication_options.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::MedicationOptions {
    std::int64_t number = 0;
};

void options(Options<Args>& options) {
    options.argument(&Args::number, "NUMBER", "its number in praxis medication list");
    clients::add_medication_options(options);
}

Result run(Session& session, const Args& args) {
    auto row = clients::find_medication(session.db(), args.number);
    if (!row) {
        clients::no_such_row("medication", args.number);
    }
    if (!clients::any_given(args)) {
        throw UsageError(
            "nothing to change was given", "give --dose, --reason, --since, --until ..."
        );
    }
    const auto before = clients::json_of(*row);
    clients::apply(session, args, *row);
    const auto changed = clients::changed_members(before, clients::json_of(*row));
    if (!changed.empty()) {
        clients::update_medication(session.db(), *row);
    }
    if (clients::is_taken(*row, session.today())) {
        clients::something_is_known(session, row->client, "medication");
    }
    return clients::edited(session, "medication", row->number, changed);
}

} // namespace

CommandSpec medication_edit_command() {
    return command<Args>({
        .summary = "change a medication",
        .details = "Only what is given changes. An empty text clears a field.",
        .examples =
            {"praxis medication edit 2 --until today",
             "praxis medication edit 2 --dose \"200 mg daily\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
