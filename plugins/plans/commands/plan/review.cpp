// SPDX-License-Identifier: MIT
#include "plan/plan_json.hpp"
#include "plan/plan_options.hpp"
#include "plan/plan_queries.hpp"
#include "plan/reviewing.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis {
namespace {

using namespace plans;

struct Args : PhaseOptions {
    std::string plan;
    std::optional<std::string> decision;
    std::optional<std::string> progress;
    std::optional<std::string> text;
    std::optional<std::string> review_on;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id, or the client with one open plan");
    given.option(&Args::decision, "decision", "DECISION", "how the plan goes on")
        .choices(decisions());
    given.option(&Args::progress, "progress", "PROGRESS", "the course since the last time")
        .choices(progress_names());
    given.option(&Args::text, "text", "TEXT", "what you found and agreed");
    given.option(&Args::review_on, "review-on", "DATE", "re-assess the plan again on that day");
    add_phase_options(given);
}

std::string ask_decision(Session& session, const PlanView& view) {
    const auto usual = view.plan.state == "on-hold" ? std::string{"resume"} : "continue";
    const auto answer = session.ask(
        review_summary(session, view) + "\nDecision: " + join(decisions(), ", ") + " [" + usual +
        "]: "
    );
    if (!answer) {
        throw NeedsInput(
            "the decision is missing; choose from " + join(decisions(), ", "),
            "praxis plan review " + view.plan.id.str() + " --decision " + usual
        );
    }
    const auto decision = trim(*answer);
    return decision.empty() ? usual : decision;
}

void prepare(Session& session, Args& args) {
    if (args.decision) {
        return;
    }
    const auto view = view_of(session, get_plan(session, args.plan));
    check_is_not_closed(view.plan);
    args.decision = ask_decision(session, view);
    if (!args.text) {
        args.text = session.ask("What did you find and agree? ");
    }
}

void check_decision(const std::string& decision) {
    const auto& known = decisions();
    if (std::find(known.begin(), known.end(), decision) == known.end()) {
        throw UsageError(
            "\"" + decision + "\" is not a decision; choose from " + join(known, ", ")
        );
    }
}

void report_next(Session& session, const PlanView& view) {
    const auto& plan = view.plan;
    if (plan.reviews.back().decision == "refer") {
        session.report(
            "write the referral: praxis referral new " + plan.client.str() + " --complaint " +
            plan.complaint.str() + " --to PROVIDER --reason \"...\""
        );
    }
    if (const auto holds = holds_of_plan(plan); !holds.empty()) {
        session.report(plan.id.str() + " is on hold: " + holds.back().reason);
        return;
    }
    const auto& phase = phase_of(plan);
    session.report(
        "the plan goes on: " + phase.name +
        (phase_text(phase).empty() ? "" : ", " + phase_text(phase))
    );
}

Result run(Session& session, const Args& args) {
    check_decision(args.decision.value());
    auto view = view_of(session, get_plan(session, args.plan));
    check_is_not_closed(view.plan);
    apply_phases(args, view.plan);
    Review review;
    review.decision = *args.decision;
    review.progress = args.progress.value_or("");
    review.text = trim(args.text.value_or(""));
    view.plan.review_on.reset();
    set_day(session, view.plan.review_on, args.review_on, "--review-on");
    check_is_ahead(session, view.plan.review_on, "--review-on");
    apply_review(session, view, std::move(review));
    update_plan(session.db(), view.plan);
    report_next(session, view);
    return Message{view.plan.id.str(), plan_value(view.plan)};
}

} // namespace

CommandSpec plan_review_command() {
    return command<Args>({
        .summary = "re-assess a plan and record the decision",
        .details = "On a terminal praxis shows the course so far and asks for the decision. "
                   "next-phase begins the next phase now; --relief, --correction and "
                   "--maintenance change the numbers of a phase or add one. refer prints the "
                   "command that starts the referral. hold puts the plan on hold; resume goes on "
                   "with everything that is on hold or suspended.",
        .examples =
            {"praxis plan review maria",
             "praxis plan review PL-0001 --decision continue --progress better "
             "--text \"sits for 40 minutes\"",
             "praxis plan review PL-0001 --decision next-phase --correction \"4 every 3 weeks\"",
             "praxis plan review PL-0001 --decision resume --text \"cleared by the doctor\""},
        .exits = {{Exit::refused, "the plan is closed, has no next phase, or is not on hold"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
