// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/complaint_options.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::ComplaintOptions {
    std::string complaint;
};

void options(Options<Args>& options) {
    options.argument(&Args::complaint, "COMPLAINT", "id of the complaint, such as CO-0001");
    clients::add_complaint_options(options);
}

Result run(Session& session, const Args& args) {
    auto complaint = clients::get_complaint(session.db(), args.complaint);
    if (!clients::any_given(args)) {
        throw UsageError(
            "no change was given", "give at least one option, such as --side or --goal"
        );
    }
    const auto client = clients::get_client(session, complaint.client);
    const auto before = clients::json_of(complaint);
    clients::apply(session, args, client, complaint);
    auto changed = clients::changed_members(before, clients::json_of(complaint));
    if (std::erase(changed, "own_title") == 0) {
        std::erase(changed, "title"); // follows from region and side
    }
    if (!changed.empty()) {
        clients::update_complaint(session.db(), complaint);
    }
    return clients::report_edit(session, complaint.id.str(), changed);
}

} // namespace

CommandSpec complaint_edit_command() {
    return command<Args>({
        .summary = "change a complaint",
        .details = "Changes the given fields only. --cause and --goal replace the whole list. An "
                   "empty text clears a field: --side \"\".",
        .examples =
            {"praxis complaint edit CO-0001 --side right",
             "praxis complaint edit CO-0001 --goal \"sit through a working day\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
