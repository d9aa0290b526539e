// SPDX-License-Identifier: MIT
#include "homecare/add_items.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args : DoseOptions {
    std::string client;
    std::vector<std::string> items;
    std::vector<std::string> areas;
    std::optional<std::string> complaint;
    std::optional<std::string> despite;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::items, "ITEM", "from praxis homecare library")
        .completed_by(complete_item)
        .option(&Args::areas, "area", "REGION", "default: where the item meets a complaint")
        .completed_by(complete_area)
        .option(&Args::complaint, "complaint", "COMPLAINT", "default: the only open one");
    add_dose_options(options);
    options.option(
        &Args::despite, "despite", "REASON", "give it although a limit leaves it out: why"
    );
}

void refuse_bad_args(Session& session, const Args& args) {
    if (args.items.empty()) {
        throw UsageError("no ITEM is given", "praxis homecare library lists them");
    }
    if (args.despite && trim(*args.despite).empty()) {
        throw UsageError(
            "--despite is empty", "give --despite REASON: who allowed it, or what is different"
        );
    }
    if (args.until && *args.until < session.today()) {
        throw UsageError("--until " + args.until->iso() + " is in the past", "give a later day");
    }
}

Result run(Session& session, const Args& args) {
    refuse_bad_args(session, args);
    const auto client = session.get<clients::Directory>().get(session, args.client);
    AddOptions added{
        args, args.areas, choose_complaint(session, client.id, args.complaint), args.despite};
    ItemAdder adder{session, client, std::move(added)};
    std::vector<std::string> ids;
    Value::Array rows;
    for (const auto& word : args.items) {
        if (const auto row = adder.add(word)) {
            session.report(row->id.str() + " " + row->name + ": " + dose_text(row->dose()));
            ids.push_back(row->id.str());
            rows.push_back(Value::Object{{"id", row->id.str()}, {"item", row->item}});
        }
    }
    adder.refuse_left_out();
    adder.report_not_asked();
    return Message{
        join(ids, "\n"), Value::Object{{"client", client.id.str()}, {"given", std::move(rows)}}};
}

} // namespace

CommandSpec homecare_add_command() {
    return command<Args>({
        .summary = "give a client home care",
        .examples =
            {"praxis homecare add maria knee-to-chest bridge heat-pad --until 2026-12-11",
             "praxis homecare add maria ball-wall-buttock --side right --seconds 45",
             "praxis homecare add maria heat-pad --despite \"Dr. Kim allowed it on 19 November\""},
        .exits = {{Exit::refused, "a limit leaves an item out; nothing is stored"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
