// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/home_care.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::string client;
    std::string answer;
    std::vector<std::string> items;
    std::optional<std::string> helped;
    std::optional<Date> on;
    std::optional<std::string> note;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::answer, "ANSWER", "was it done: yes, partly or no")
        .choices({"yes", "partly", "no"})
        .option(&Args::items, "item", "ID", "only of this line, such as H-0001 (default: of all)")
        .option(&Args::helped, "helped", "ANSWER", "did it help")
        .choices({"yes", "no", "worse"})
        .option(&Args::on, "on", "DATE", "day of the answer (default: today)")
        .option(&Args::note, "note", "TEXT", "what the client said about it");
}

/// A second answer of one day replaces the first.
void add_report(HomeCare& row, Report report) {
    std::erase_if(row.reports, [&report](const Report& other) { return other.on == report.on; });
    row.reports.push_back(std::move(report));
    std::stable_sort(
        row.reports.begin(),
        row.reports.end(),
        [](const auto& left, const auto& right) { return left.on < right.on; }
    );
}

void report_one(Session& session, HomeCare row, const Args& args, Date on) {
    if (on < row.first_day) {
        throw Refused(
            row.id.str() + " was given on " + row.first_day.iso() + ", after " + on.iso(),
            "give --on with a later day, or --item with an older line"
        );
    }
    add_report(
        row,
        {.on = on,
         .done = args.answer,
         .helped = args.helped.value_or(""),
         .note = trim(args.note.value_or("")),
         .by = session.user().name}
    );
    update_home_care(session.db(), row);
    const auto notes = answers_of_notes(session.db(), row.client, row.first_day);
    session.report(
        row.id.str() + " " + row.name + ": done " + count_text(count_of(answers_about(row, notes)))
    );
    if (args.helped == "worse") {
        session.report(
            "it made things worse: praxis homecare end " + row.id.str() + " --reason \"worse\""
        );
    }
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto on = args.on.value_or(session.today());
    if (session.today() < on) {
        throw UsageError("--on " + on.iso() + " is in the future", "give today or an earlier day");
    }
    auto items = named_items(session, client, args.items);
    if (items.empty()) {
        throw Refused(
            client.str() + " has no home care", "praxis homecare add " + client.str() + " ITEM"
        );
    }
    Value::Array ids;
    for (auto& row : items) {
        ids.emplace_back(row.id.str());
        report_one(session, std::move(row), args, on);
    }
    return Message{
        "",
        Value::Object{
            {"client", client.str()},
            {"on", on.iso()},
            {"done", args.answer},
            {"items", std::move(ids)}}};
}

} // namespace

CommandSpec homecare_done_command() {
    return command<Args>({
        .summary = "record whether the client did the home care, and whether it helped",
        .details = "A signed note with the field \"home care done\" counts as well: then this "
                   "command is needed only for single lines, or for an answer between two visits.",
        .examples =
            {"praxis homecare done maria partly",
             "praxis homecare done maria yes --item H-0002 --helped yes"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
