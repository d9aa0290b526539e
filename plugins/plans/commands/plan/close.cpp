// SPDX-License-Identifier: MIT
#include "plan/option_text.hpp"
#include "plan/plan_json.hpp"
#include "plan/plan_queries.hpp"
#include "plan/plan_view.hpp"
#include "plan/summary.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/document_output.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace plans;

struct Args : RecordOutput {
    std::string plan;
    std::optional<std::string> reason;
    std::optional<std::string> status;
    std::optional<std::string> progress;
    std::vector<std::string> advice;
    bool undo = false;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id, or the client with one open plan");
    given.option(&Args::reason, "reason", "REASON", "why the care ends").choices(closing_reasons());
    given.option(&Args::status, "status", "TEXT", "how the client is now");
    given.option(&Args::progress, "progress", "TEXT", "what was reached");
    given.option(&Args::advice, "advice", "TEXT", "what the client goes on with");
    given.flag(&Args::undo, "undo", "reopen a closed plan");
    declare_record_output(given);
}

Message reopen(Session& session, const Args& args, Plan plan) {
    if (args.reason || args.status || args.progress || !args.advice.empty() || args.is_file() ||
        args.paper || args.purpose || args.recipient || args.without_consent || args.protect ||
        args.force) {
        throw UsageError("--undo excludes the other options", "leave them out");
    }
    if (!plan.closing) {
        throw Refused(plan.id.str() + " is not closed", "praxis plan show " + plan.id.str());
    }
    const auto open = all_plans(session.db(), {.complaint = plan.complaint, .closed_too = false});
    if (!open.empty()) {
        throw Refused(
            plan.complaint.str() + " has a newer plan, " + open.front().id.str(),
            "praxis plan show " + open.front().id.str()
        );
    }
    plan.closing.reset();
    plan.closed.reset();
    plan.state = holds_of_plan(plan).empty() ? "open" : "on-hold";
    update_plan(session.db(), plan);
    return {plan.id.str(), plan_value(plan)};
}

Closing closing_of(Session& session, const Args& args) {
    if (!args.reason) {
        throw UsageError("--reason is missing", "choose from " + join(closing_reasons(), ", "));
    }
    Closing closing;
    closing.reason = *args.reason;
    closing.status = trim(args.status.value_or(""));
    closing.progress = trim(args.progress.value_or(""));
    for (const auto& advice : args.advice) {
        if (auto text = text_or_nothing(advice)) {
            closing.advice.push_back(*std::move(text));
        }
    }
    closing.user = session.user().id;
    closing.user_name = session.user().name;
    return closing;
}

void report_what_stays_open(Session& session, const PlanView& view) {
    for (const auto& goal : view.goals) {
        if (goal.state == "open") {
            session.report(
                goal.id.str() + " is still open: praxis goal edit " + goal.id.str() +
                " --state reached, or dropped"
            );
        }
    }
    const auto complaint = view.plan.complaint;
    if (!session.get<clients::Directory>().get_complaint(session, complaint).closed) {
        session.report(
            complaint.str() + " is still open: praxis complaint close " + complaint.str() +
            " --reason resolved"
        );
    }
}

Result run(Session& session, const Args& args) {
    auto plan = get_plan(session, args.plan);
    if (args.undo) {
        return reopen(session, args, std::move(plan));
    }
    check_is_not_closed(plan);
    plan.closing = closing_of(session, args);
    plan.closed = session.civil_now();
    plan.state = "closed";
    update_plan(session.db(), plan);
    const auto view = view_of(session, std::move(plan));
    report_what_stays_open(session, view);
    return show_or_write_summary(session, args, view);
}

} // namespace

CommandSpec plan_close_command() {
    return command<Args>({
        .summary = "close a plan and write the discharge summary",
        .details = "The summary contains the sessions and techniques, the change of pain, the "
                   "goals, and the parts that other plugins keep: outcomes, home care and "
                   "referrals. praxis records a file in the disclosure ledger. "
                   "`praxis plan summary PLAN` shows the summary again.",
        .examples =
            {"praxis plan close PL-0001 --reason goals-reached --status \"sits through the day\" "
             "--advice \"hip-flexor stretch twice a day\" -o summary.pdf",
             "praxis plan close maria --reason client-ended",
             "praxis plan close PL-0001 --undo"},
        .exits = {{Exit::refused, "the plan is already closed, or the output file exists"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
