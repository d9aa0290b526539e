// SPDX-License-Identifier: MIT
#include "plan/plan_view.hpp"
#include "plan/summary.hpp"

#include <praxis/command.hpp>
#include <praxis/document_output.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args : DocumentOutput {
    std::string plan;
    bool summary = false;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id, or the client with one open plan");
    given.flag(&Args::summary, "summary", "the discharge summary of a closed plan");
    declare_document_output(given);
}

Result run(Session& session, const Args& args) {
    const auto view = view_of(session, get_plan(session, args.plan));
    if (!args.summary) {
        return show_or_write(
            session, args, "plan", view_value(session, view), plan_document(session, view)
        );
    }
    if (!view.plan.closing) {
        throw Refused(
            view.plan.id.str() + " is not closed, so it has no discharge summary",
            "praxis plan close " + view.plan.id.str() + " --reason goals-reached"
        );
    }
    return show_or_write(
        session, args, "summary", view_value(session, view), discharge_summary(session, view)
    );
}

} // namespace

CommandSpec plan_show_command() {
    return command<Args>({
        .summary = "show a plan with its sessions, goals and re-assessments",
        .examples =
            {"praxis plan show maria",
             "praxis plan show PL-0001 --summary",
             "praxis plan show PL-0001 --summary -o summary.pdf"},
        .exits = {{Exit::refused, "there is no summary yet, or the output file already exists"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
