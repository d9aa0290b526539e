// SPDX-License-Identifier: MIT
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {};

void options(Options<Args>& given) {
    add_step_options(given, "who decided it");
}

Result run(Session& session, const Args& args) {
    auto message = run_step(session, "cancel", args);
    const auto referral = get_referral(session, message.text);
    if (const auto letter = find_letter(session.db(), referral.id)) {
        session.report("tell the receiver, who has the letter: " + letter->recipient);
    }
    return message;
}

} // namespace

CommandSpec referral_cancel_command() {
    return command<Args>({
        .summary = "end a referral that you no longer want",
        .details = "A draft can be cancelled too. Cancelling a referral that was declined or lost "
                   "settles its line in praxis todo: nothing more is expected.",
        .examples = {"praxis referral cancel R-0001 --by \"the client\" --note \"is well again\""},
        .exits =
            {{Exit::refused,
              "the referral is closed, cancelled or void, or its report has not "
              "been read"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
