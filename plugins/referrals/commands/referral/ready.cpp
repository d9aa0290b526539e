// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

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
    given.flag(&Args::back, "back", "make it a draft again, to change it");
}

Message take_back(Session& session, Referral& referral) {
    if (referral.state != "ready") {
        throw Refused(
            referral.id.str() + " is not ready but " + referral.state +
                ": there is nothing to take back",
            "praxis referral show " + referral.id.str()
        );
    }
    change_state(session, referral, "draft", session.today());
    return {referral.id.str(), referral_value(referral)};
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    if (args.back) {
        return take_back(session, referral);
    }
    if (referral.state != "draft") {
        throw Refused(
            referral.id.str() + " is " + referral.state + ": only a draft becomes ready",
            "praxis referral show " + referral.id.str()
        );
    }
    if (referral.notes.empty()) {
        referral.notes = last_signed_note(session, referral);
        update_referral(session.db(), referral);
    }
    check_is_complete(referral, write_letter(session, referral, session.today()).gaps);
    change_state(session, referral, "ready", session.today());
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_ready_command() {
    return command<Args>({
        .summary = "declare a referral complete, once nothing is missing",
        .details = "Names every part that a complete letter needs and the record does not hold, "
                   "with the command that adds it. The client's consent to share must be valid.",
        .examples = {"praxis referral ready R-0001", "praxis referral ready R-0001 --back"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
