// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
    bool back = false;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
    given.flag(&Args::back, "back", "turn it back into a draft, so that you can edit it");
}

Message return_to_draft(Session& session, Referral& referral) {
    if (referral.state != "ready") {
        throw Refused(
            referral.id.str() + " is in state " + referral.state +
                ". Only a ready referral can become a draft again",
            "praxis referral show " + referral.id.str()
        );
    }
    take_step(session, referral, step_named("ready --back"), {.on = session.today()});
    return {referral.id.str(), referral_value(referral)};
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    if (args.back) {
        return return_to_draft(session, referral);
    }
    if (referral.state != "draft") {
        throw Refused(
            referral.id.str() + " is in state " + referral.state +
                ". Only a draft can be made ready",
            "praxis referral show " + referral.id.str()
        );
    }
    if (referral.notes.empty()) {
        referral.notes = last_signed_note(session, referral);
        update_referral(session.db(), referral);
    }
    check_is_complete(referral, write_letter(session, referral, session.today()).gaps);
    take_step(session, referral, step_named("ready"), {.on = session.today()});
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_ready_command() {
    return command<Args>({
        .summary = "mark a referral as ready to send",
        .details = "Lists everything that the letter still needs, each with the command that adds "
                   "it. The client's consent to share must be valid.",
        .examples = {"praxis referral ready R-0001", "praxis referral ready R-0001 --back"},
        .exits =
            {{Exit::refused, "the letter is not complete, or the consent to share is missing"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
