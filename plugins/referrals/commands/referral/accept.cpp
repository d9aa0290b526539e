// SPDX-License-Identifier: MIT
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {
    std::optional<Date> appointment;
};

void options(Options<Args>& given) {
    add_step_options(given, "who accepted it");
    given.option(&Args::appointment, "appointment", "DATE", "the day of the first visit").future();
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    const auto& step = step_named("accept", referral.direction);
    check_is_possible(session, referral, step);
    auto evidence = evidence_of(session, referral, args);
    if (args.appointment) {
        check_day_is_after(session, referral, *args.appointment, "--appointment");
        session.report("the appointment is on " + args.appointment->iso());
    }
    evidence.appointment = args.appointment;
    take_step(session, referral, step, evidence);
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_accept_command() {
    return command<Args>({
        .summary = "record that the receiver takes the client on, or that you do",
        .examples =
            {"praxis referral accept R-0001",
             "praxis referral accept R-0001 --appointment \"in 2 weeks\" --by \"Dr. Kim\""},
        .exits =
            {{Exit::refused,
              "the referral is in a state in which nobody accepts it, or a day is "
              "not valid"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
