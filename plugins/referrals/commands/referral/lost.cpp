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
    auto message = run_step(session, "lost", args);
    session.report(
        "ask the client what happened. praxis todo lists it until a new referral is written, a "
        "report arrives, or you settle it: praxis referral cancel " +
        message.text
    );
    return message;
}

} // namespace

CommandSpec referral_lost_command() {
    return command<Args>({
        .summary = "record that the client did not go, or that no answer will come",
        .examples =
            {"praxis referral lost R-0001",
             "praxis referral lost R-0001 --by \"Spine Clinic\" --note \"did not come twice\""},
        .exits =
            {{Exit::refused,
              "the referral is in a state in which it cannot be lost, or the day is "
              "not valid"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
