// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string complaint;
};

void options(Options<Args>& options) {
    options.argument(&Args::complaint, "COMPLAINT", "id of the complaint, such as CO-0001");
}

Result run(Session& session, const Args& args) {
    const auto complaint = clients::get_complaint(session.db(), args.complaint);
    const auto client = clients::get_client(session, complaint.client);
    return Record{
        {{"id", "Id", complaint.id.str()},
         {"client", "Client", client.id.str()},
         {"client_name", "Name", clients::full_name(client)},
         {"title", "Complaint", clients::title_of(complaint)},
         {"text", "Client's words", complaint.text},
         {"causes", "Causes", clients::list_value(complaint.causes)},
         {"region", "Region", complaint.region},
         {"side", "Side", complaint.side},
         {"onset", "Onset", complaint.onset},
         {"onset_type", "Onset type", complaint.onset_type},
         {"mechanism", "Mechanism", complaint.mechanism},
         {"chronic", "Chronic", clients::is_chronic(complaint, session.today())},
         {"stated_chronic", "Chronic (stated)", complaint.stated_chronic},
         {"goals", "Goals", clients::list_value(complaint.goals)},
         {"state", "State", complaint.closed_on ? "closed" : "open"},
         {"closed_on", "Closed", clients::day_value(complaint.closed_on)},
         {"closing_reason", "Reason", complaint.closing_reason},
         {"closing_note", "Closing note", complaint.closing_note},
         {"added_at", "Recorded", complaint.added.iso()},
         {"uuid", "UUID", complaint.uuid}}};
}

} // namespace

CommandSpec complaint_show_command() {
    return command<Args>({
        .summary = "show a complaint",
        .examples = {"praxis complaint show CO-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
