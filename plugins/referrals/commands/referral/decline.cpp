// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {
    std::string reason;
};

void options(Options<Args>& given) {
    add_step_options(given, "who declined it");
    given.option(&Args::reason, "reason", "TEXT", "why").required();
}

Result run(Session& session, const Args& args) {
    const auto reason = text_or_nothing(args.reason);
    if (!reason) {
        throw UsageError("--reason is empty", "give --reason TEXT");
    }
    auto referral = get_referral(session, args.referral);
    const auto& step = step_named("decline", referral.direction);
    check_is_possible(session, referral, step);
    auto evidence = evidence_of(session, referral, args);
    evidence.note = evidence.note ? *reason + "\n" + *evidence.note : *reason;
    take_step(session, referral, step, evidence);
    if (is_incoming(referral)) {
        session.report(
            "tell " + get_provider(session.db(), referral.provider).name +
            ", who waits for an answer"
        );
    } else {
        session.report(
            "refer the client to somebody else: " + refer_again_command(referral) +
            "; or settle it: praxis referral cancel " + referral.id.str()
        );
    }
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_decline_command() {
    return command<Args>({
        .summary = "record that the receiver does not take the client on, or that you do not",
        .details = "praxis then offers the command that refers the client to somebody else. "
                   "praxis todo lists the referral until a new one is written, a report arrives, "
                   "or you cancel it.",
        .examples = {"praxis referral decline R-0001 --reason \"no place before March\""},
        .exits =
            {{Exit::refused,
              "the referral is in a state in which nobody declines it, or the day "
              "is not valid"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
