// SPDX-License-Identifier: MIT
#include "reply/recording.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {};

void options(Options<Args>& given) {
    add_step_options(given, "who read the report; default: you");
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    check_is_possible(session, referral, step_named("close"));
    const auto reader = close_referral(session, referral, evidence_of(session, referral, args));
    session.report(referral.id.str() + " is closed: " + reader + " has read the report");
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_close_command() {
    return command<Args>({
        .summary = "record that you have read the report, and close the referral",
        .details = "Only a final report closes a referral: praxis referral reply --final records "
                   "it. Treatment that the referral suspended in a plan may then go on.",
        .examples =
            {"praxis referral close R-0001",
             "praxis referral close R-0001 --by \"Ines Moreau\" --on yesterday"},
        .exits = {{Exit::refused, "no final report waits to be read, or the day is not valid"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
