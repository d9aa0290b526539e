// SPDX-License-Identifier: MIT
/// The options that `referral new` and `referral edit` share.
#pragma once
#include "referral.hpp"

#include <praxis/command.hpp>
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

struct ReferralWords {
    std::optional<std::string> urgency;
    std::optional<std::string> type;
    std::optional<std::string> complaint;
    std::vector<std::string> notes;
    std::optional<Date> reply_by;
    std::optional<std::string> suspended;
    std::optional<std::string> continuing;
    std::optional<std::string> precautions;
    std::optional<std::string> goals;
    std::optional<Date> next_review;
    std::vector<std::string> enclosures;
    std::vector<std::string> copies;
};

/// For an Args that derives from ReferralWords.
template <class Args> void add_referral_options(Options<Args>& given) {
    const auto add =
        [&given]<class T>(
            T ReferralWords::*member, const char* name, const char* value, const char* help
        ) -> Options<Args>& { return given.template option<T>(member, name, value, help); };
    using Words = ReferralWords;
    add(&Words::urgency, "urgency", "WORD", "how soon")
        .choices({"routine", "urgent", "asap", "stat"});
    add(&Words::type, "type", "WORD", "what is asked for")
        .choices({"assess", "treat", "co-manage", "transfer"});
    add(&Words::complaint, "complaint", "ID", "the complaint it is about");
    add(&Words::notes, "note", "ID", "a signed note that it rests on");
    add(&Words::reply_by, "reply-by", "DATE", "a report is wanted by that day").future();
    add(&Words::suspended, "suspended", "TEXT", "treatment put off until the reply");
    add(&Words::continuing, "continuing", "TEXT", "what you go on doing meanwhile");
    add(&Words::precautions, "precautions", "TEXT", "what the receiver must mind");
    add(&Words::goals, "goals", "TEXT", "when they are not those of the complaint");
    add(&Words::next_review, "next-review", "DATE", "when you look at it again").future();
    add(&Words::enclosures, "enclosure", "TEXT", "what lies beside the letter");
    add(&Words::copies, "copy-to", "NAME", "who else is given the letter");
}

bool any_given(const ReferralWords& words);

/// Changes what was given; the day for the reply follows the urgency unless one was set by hand.
/// errors  Refused: a day that has passed
void take_words(Session& session, Referral& referral, const ReferralWords& words);

/// The day by which a reply is wanted, for a referral of that urgency made on that day.
Date usual_reply_day(Session& session, const Referral& referral, Date made_on);

} // namespace praxis::referrals
