// SPDX-License-Identifier: MIT
#include "plan/summary.hpp"

#include "plan/plan_view.hpp"

#include <praxis/command.hpp>
#include <praxis/document_output.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args : RecordOutput {
    std::string plan;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id of a closed plan");
    declare_record_output(given);
}

Result run(Session& session, const Args& args) {
    const auto view = view_of(session, get_plan(session, args.plan));
    if (!view.plan.closing) {
        throw Refused(
            view.plan.id.str() + " is not closed, so it has no discharge summary",
            "praxis plan close " + view.plan.id.str() + " --reason goals-reached"
        );
    }
    return show_or_write_summary(session, args, view);
}

} // namespace

CommandSpec plan_summary_command() {
    return command<Args>({
        .summary = "show the discharge summary of a closed plan, or write it to a file",
        .details = "praxis records each file in the disclosure ledger.",
        .examples =
            {"praxis plan summary PL-0001",
             "praxis plan summary PL-0001 -o summary.pdf --recipient \"Spine Clinic\" "
             "--purpose treatment"},
        .exits = {{Exit::refused, "the plan is not closed, or the output file already exists"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
