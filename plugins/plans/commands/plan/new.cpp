// SPDX-License-Identifier: MIT
#include "plan/complaint.hpp"
#include "plan/plan_json.hpp"
#include "plan/plan_options.hpp"
#include "plan/plan_queries.hpp"
#include "plan/starting.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args : PlanOptions {
    std::string client;
    std::optional<std::string> complaint;
    std::vector<std::string> goals;
    std::optional<Date> began;
};

void options(Options<Args>& given) {
    given.argument(&Args::client, "CLIENT", "id or name, or the id of the complaint");
    given.option(&Args::complaint, "complaint", "ID", "default: the only open complaint");
    add_plan_options(given);
    given.option(&Args::goals, "goal", "TEXT", "a goal, in the client's words");
    given.option(&Args::began, "began", "DATE", "sessions from that day on count; default: today");
}

ZonedTime beginning_of(Session& session, Date day) {
    return session.zone().at(CivilTime{day, Minutes{0}});
}

void begin_first_phase(Session& session, const Args& args, Plan& plan) {
    if (plan.phases.empty()) {
        throw UsageError(
            "the plan has no phase", "give --relief \"6 every 1 to 2 weeks\" or another phase"
        );
    }
    const auto began = args.began.value_or(session.today());
    if (began > session.today()) {
        throw Refused("--began " + began.iso() + " is in the future");
    }
    plan.began = beginning_of(session, began);
    plan.phases.front().began = plan.began;
}

Result run(Session& session, const Args& args) {
    const auto complaint = complaint_named(session, args.client, args.complaint);
    check_can_be_planned(session, complaint);
    Plan plan;
    plan.uuid = session.new_uuid();
    plan.client = complaint.client;
    plan.complaint = complaint.id;
    plan.author = session.user().id;
    plan.created = session.civil_now();
    apply_options(session, args, plan);
    begin_first_phase(session, args, plan);
    plan.id = insert_plan(session.db(), plan);
    add_goals(session, complaint, args.goals);
    return Message{plan.id.str(), plan_value(plan)};
}

} // namespace

CommandSpec plan_new_command() {
    return command<Args>({
        .summary = "plan the treatment of a complaint",
        .examples =
            {"praxis plan new maria --relief \"6 every 1 to 2 weeks\" "
             "-t \"deep-tissue 35 min for tension\" -t \"myofascial-release 20 min for tension\" "
             "--minutes 60",
             "praxis plan new CO-0003 --relief \"3 twice a week\" --correction \"4 weekly\" "
             "--maintenance \"every 6 weeks\" --goal \"run again in May\"",
             "praxis plan new maria --relief \"6 weekly\" --with \"P-0001: spinal alignment\""},
        .exits = {{Exit::refused, "the complaint has no cause on record, is closed or has a plan"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
