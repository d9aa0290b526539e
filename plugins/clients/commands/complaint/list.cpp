// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    bool open = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.flag(&Args::open, "open", "only open complaints");
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    Table table;
    table.when_empty = std::string{args.open ? "no open complaint" : "no complaint on record"} +
                       "; add one: praxis complaint add " + client.id.str() + " --region REGION";
    table.columns = {
        {.key = "id", .title = "Id"},
        {.key = "title", .title = "Complaint"},
        {.key = "causes", .title = "Causes"},
        {.key = "region", .title = "Region", .machine_only = true},
        {.key = "side", .title = "Side", .machine_only = true},
        {.key = "onset", .title = "Onset"},
        {.key = "chronic", .title = "Chronic"},
        {.key = "state", .title = "State"},
        {.key = "closed_on", .title = "Closed"},
        {.key = "closing_reason", .title = "Reason"}};
    for (const auto& complaint : clients::complaints_of(session.db(), client.id)) {
        if (args.open && complaint.closed_on) {
            continue;
        }
        table.rows.push_back(
            {complaint.id.str(),
             clients::title_of(complaint),
             clients::list_value(complaint.causes),
             complaint.region,
             complaint.side,
             complaint.onset,
             clients::is_chronic(complaint, session.today()),
             complaint.closed_on ? "closed" : "open",
             clients::day_value(complaint.closed_on),
             complaint.closing_reason}
        );
    }
    return table;
}

} // namespace

CommandSpec complaint_list_command() {
    return command<Args>({
        .summary = "list a client's complaints, oldest first",
        .examples = {"praxis complaint list maria", "praxis complaint list C-0001 --open"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
