// SPDX-License-Identifier: MIT
#include "plan/plan_view.hpp"

#include <praxis/command.hpp>

#include <memory>

namespace praxis {
namespace {

using namespace plans;

struct Args {
    std::string plan;
};

void options(Options<Args>& given) {
    given.argument(&Args::plan, "PLAN", "id, or the client with one open plan");
}

Result run(Session& session, const Args& args) {
    const auto view = view_of(session, get_plan(session, args.plan));
    return View{
        [value = view_value(session, view)] { return value; },
        [document = plan_document(session, view)] { return document; }};
}

} // namespace

CommandSpec plan_show_command() {
    return command<Args>({
        .summary = "show a plan with its sessions, goals and re-assessments",
        .examples = {"praxis plan show maria", "praxis plan show PL-0001 --as-of 2026-11-01"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
