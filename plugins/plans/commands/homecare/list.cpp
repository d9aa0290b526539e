// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/giving.hpp"
#include "homecare/recurrence.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::string client;
    bool all = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .flag(&Args::all, "all", "also what has ended");
}

/// Why the next handout leaves it out; empty when it does not.
std::string left_out_text(const Library& library, const ClientFacts& facts, const HomeCare& row) {
    const auto* const item = library.find_item(row.item);
    if (item == nullptr || row.ended_on) {
        return {};
    }
    std::vector<std::string> reasons;
    for (const auto& finding : open_findings(row, check_item(library, facts, *item, row.areas()))) {
        if (finding.verdict == Verdict::leave_out) {
            reasons.push_back(finding_text(finding));
        }
    }
    return reasons.empty() ? "" : "left out: " + join(reasons, "; ");
}

std::string state_text(const Library& library, const ClientFacts& facts, const HomeCare& row) {
    if (row.ended_on) {
        return "ended " + row.ended_on->iso() + ": " + row.end_reason;
    }
    return left_out_text(library, facts, row);
}

void report_around(Session& session, ClientId client) {
    if (const auto tools = newest_tools(session.db(), client)) {
        const auto names = tools->content.texts_at("names");
        session.report(
            "tools at home: " + (names.empty() ? "none" : join(names, ", ")) + " (asked on " +
            tools->first_day.iso() + ")"
        );
    } else {
        session.report(
            "tools at home: not asked: praxis homecare tools " + client.str() + " TOOL ..."
        );
    }
    for (const auto& recurrence : recurrences_of(session.db(), client)) {
        if (recurrence.open) {
            session.report("came back " + recurrence_text(recurrence));
        }
    }
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    session.log_access(client.str());
    const auto library = load_library(session);
    const auto facts = gather_facts(session, client);
    const auto notes = answers_of_notes(session.db(), client, Date{});
    Table table{
        {{"id", "ID"},
         {"item", "ITEM", Align::left, true},
         {"name", "HOME CARE"},
         {"dose", "HOW MUCH"},
         {"since", "SINCE"},
         {"until", "UNTIL"},
         {"done", "DONE"},
         {"state", "REMARK"}},
        {},
        client.str() + " has no home care: praxis homecare add " + client.str() + " ITEM"};
    const auto rows = args.all ? all_home_care(session.db(), client, Kind::item)
                               : current_items(session.db(), client);
    for (const auto& row : rows) {
        table.rows.push_back(make_row(
            Value{row.id.str()},
            Value{row.item},
            Value{row.name},
            Value{dose_text(row.dose())},
            Value{row.first_day.iso()},
            text_or_null(row.last_day ? row.last_day->iso() : ""),
            Value{count_text(count_of(answers_about(row, notes)))},
            text_or_null(state_text(library, facts, row))
        ));
    }
    report_around(session, client);
    return table;
}

} // namespace

CommandSpec homecare_list_command() {
    return command<Args>({
        .summary = "list a client's home care, and how often it was done",
        .examples = {"praxis homecare list maria", "praxis homecare list maria --all"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
