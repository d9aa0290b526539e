// SPDX-License-Identifier: MIT
#include "plan/advice.hpp"
#include "plan/plan_json.hpp"
#include "plan/plan_queries.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args {
    std::string plan;
    std::string record;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id, or the client with one open plan");
    given.argument(&Args::record, "RECORD", "whose recommendations: the id of a referral");
}

Result run(Session& session, const Args& args) {
    auto plan = get_plan(session, args.plan);
    check_is_not_closed(plan);
    const auto taken = take_advice(session, plan, trim(args.record));
    update_plan(session.db(), plan);
    for (const auto& text : taken) {
        session.report("the plan has: " + text);
    }
    return Message{plan.id.str(), plan_value(plan)};
}

} // namespace

CommandSpec plan_take_command() {
    return command<Args>({
        .summary = "take the recommendations of a report into the plan",
        .details = "The brief shows them before each session until you end them: praxis plan edit "
                   "PLAN --end-advice 1.",
        .examples = {"praxis plan take PL-0001 R-0001", "praxis plan take maria R-0001"},
        .exits =
            {{Exit::refused, "the plan is closed, or has all of them already"},
             {Exit::not_found, "no report with that id recommends anything for this client"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
