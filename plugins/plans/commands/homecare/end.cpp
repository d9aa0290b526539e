// SPDX-License-Identifier: MIT
#include "homecare/home_care.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::vector<std::string> ids;
    std::string reason;
    std::optional<Date> on;
};

void options(Options<Args>& options) {
    options.argument(&Args::ids, "ID", "lines of home care, such as H-0001")
        .option(&Args::reason, "reason", "TEXT", "why: reached, too hard, made it worse ...")
        .required()
        .option(&Args::on, "on", "DATE", "its last day (default: today)");
}

void end_one(Session& session, HomeCare row, const Args& args) {
    const auto on = args.on.value_or(session.today());
    if (on < row.first_day || session.today() < on) {
        throw Refused(
            row.id.str() + " was given on " + row.first_day.iso() + ": it cannot end on " +
                on.iso(),
            "give a day from then until today"
        );
    }
    row.ended_on = on;
    row.end_reason = trim(args.reason);
    update_home_care(session.db(), row);
    session.report(row.id.str() + " has ended: " + row.name);
}

Result run(Session& session, const Args& args) {
    if (args.ids.empty()) {
        throw UsageError("no ID is given", "praxis homecare list CLIENT shows the ids");
    }
    if (trim(args.reason).empty()) {
        throw UsageError("--reason is empty", "say why it ends");
    }
    for (const auto& id : args.ids) {
        end_one(session, get_current_item(session, id), args);
    }
    return Message{
        join(args.ids, "\n"),
        Value::Object{{"ended", Value::Array(args.ids.begin(), args.ids.end())}}};
}

} // namespace

CommandSpec homecare_end_command() {
    return command<Args>({
        .summary = "end lines of a client's home care",
        .examples = {"praxis homecare end H-0001 H-0003 --reason \"goal reached\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
