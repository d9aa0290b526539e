// SPDX-License-Identifier: MIT
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {};

void options(Options<Args>& given) {
    add_step_options(given, "who confirmed it");
}

Result run(Session& session, const Args& args) {
    return run_step(session, "ack", args);
}

} // namespace

CommandSpec referral_ack_command() {
    return command<Args>({
        .summary = "record that the receiver confirmed the letter",
        .examples =
            {"praxis referral ack R-0001",
             "praxis referral ack R-0001 --on yesterday --by \"front desk, by phone\""},
        .exits = {{Exit::refused, "the referral is in a state in which nobody confirms it"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
