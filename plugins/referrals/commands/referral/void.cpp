// SPDX-License-Identifier: MIT
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {};

void options(Options<Args>& given) {
    add_step_options(given, "who found the error");
}

Result run(Session& session, const Args& args) {
    return run_step(session, "void", args);
}

} // namespace

CommandSpec referral_void_command() {
    return command<Args>({
        .summary = "mark a referral that was entered in error",
        .details =
            "The referral, its steps, its letter and its reports are kept. Lists of open "
            "referrals, statistics and todo leave it out. To end a referral that you no longer "
            "want, cancel it.",
        .examples = {"praxis referral void R-0001 --note \"wrong client\""},
        .exits = {{Exit::refused, "the referral is void already"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
