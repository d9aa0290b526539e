// SPDX-License-Identifier: MIT
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {};

void options(Options<Args>& given) {
    add_step_options(given, "who told you");
}

Result run(Session& session, const Args& args) {
    return run_step(session, "seen", args);
}

} // namespace

CommandSpec referral_seen_command() {
    return command<Args>({
        .summary = "record that the receiver has seen the client",
        .examples =
            {"praxis referral seen R-0001",
             "praxis referral seen R-0001 --on 2026-12-01 --by \"the client\""},
        .exits = {{Exit::refused, "the referral is in a state in which this cannot happen"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
