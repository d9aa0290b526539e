// SPDX-License-Identifier: MIT
#include "plan/advice.hpp"
#include "plan/plan_json.hpp"
#include "plan/plan_options.hpp"
#include "plan/plan_queries.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args : PlanOptions {
    std::string plan;
    std::optional<std::string> suspend;
    std::optional<std::string> hold;
    std::vector<int> end_advice;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id, or the client with one open plan");
    add_plan_options(given);
    given.option(&Args::suspend, "suspend", "TEXT", "do not do this part of the work for now");
    given.option(&Args::hold, "hold", "REASON", "put the whole plan on hold");
    given.option(
        &Args::end_advice, "end-advice", "NUMBER", "a recommendation that no longer applies"
    );
}

Hold new_hold(Session& session, const std::string& what, const std::string& reason) {
    Hold hold;
    hold.what = what;
    hold.reason = reason;
    hold.began = session.civil_now();
    return hold;
}

void add_holds(Session& session, const Args& args, Plan& plan) {
    if (const auto what = text_or_nothing(args.suspend.value_or(""))) {
        add_hold(plan, new_hold(session, *what, ""));
    }
    if (const auto reason = text_or_nothing(args.hold.value_or(""))) {
        add_hold(plan, new_hold(session, "", *reason));
    }
}

Result run(Session& session, const Args& args) {
    auto plan = get_plan(session, args.plan);
    check_is_not_closed(plan);
    if (!has_changes(args) && !args.suspend && !args.hold && args.end_advice.empty()) {
        throw UsageError(
            "nothing to change: give --relief, --technique or another option",
            "praxis help plan edit"
        );
    }
    apply_options(session, args, plan);
    add_holds(session, args, plan);
    end_advice(session, plan, args.end_advice);
    update_plan(session.db(), plan);
    return Message{plan.id.str(), plan_value(plan)};
}

} // namespace

CommandSpec plan_edit_command() {
    return command<Args>({
        .summary = "change a plan",
        .details = "--technique and --with replace all earlier entries. An empty text clears a "
                   "field, a list, or a phase that has not begun. A review with the decision "
                   "resume ends what --hold and --suspend began.",
        .examples =
            {"praxis plan edit PL-0001 --relief \"8 weekly\" --correction \"4 every 2 weeks\"",
             "praxis plan edit maria --suspend \"deep work on the low back\"",
             "praxis plan edit PL-0001 --hold \"fever\""},
        .exits = {{Exit::refused, "the plan is closed, or the phase has begun"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
