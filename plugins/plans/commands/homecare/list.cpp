// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/new_home_care.hpp"
#include "homecare/recurrence.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

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

/// Why the next handout leaves the line out; empty when it does not.
std::string left_out_text(const std::vector<LimitFinding>& findings) {
    std::vector<std::string> reasons;
    for (const auto& finding : findings) {
        if (finding.verdict == Verdict::leave_out) {
            reasons.push_back(finding_text(finding));
        }
    }
    return reasons.empty() ? "" : "left out: " + join(reasons, "; ");
}

/// The remarks of the rows. The library and the record are read only for lines that are current.
std::vector<std::string>
remarks_of(Session& session, ClientId client, const std::vector<HomeCare>& rows) {
    const bool any_current =
        std::any_of(rows.begin(), rows.end(), [](const HomeCare& row) { return !row.ended_on; });
    const auto library = any_current ? load_library(session) : Library{};
    const auto facts = any_current ? gather_facts(session, client) : ClientFacts{};
    std::vector<std::string> remarks;
    for (const auto& row : rows) {
        if (row.ended_on) {
            remarks.push_back("ended " + row.ended_on->iso() + ": " + row.end_reason);
            continue;
        }
        const auto findings = check_line(library, facts, row);
        if (std::any_of(findings.begin(), findings.end(), is_unchecked)) {
            session.report("replace " + row.id.str() + ": " + replacing_text(row));
        }
        remarks.push_back(left_out_text(findings));
    }
    return remarks;
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
    const auto remarks = remarks_of(session, client, rows);
    auto remark = remarks.begin();
    for (const auto& row : rows) {
        table.rows.push_back(make_row(
            Value{row.id.str()},
            Value{row.item},
            Value{row.name},
            Value{dose_text(row.dose())},
            Value{row.first_day.iso()},
            text_or_null(row.last_day ? row.last_day->iso() : ""),
            Value{count_text(count_of(answers_about(row, notes)))},
            text_or_null(*remark++)
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
