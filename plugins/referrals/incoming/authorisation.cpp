// SPDX-License-Identifier: MIT
#include "incoming/authorisation.hpp"

#include <praxis/soap/notes.hpp>

namespace praxis::referrals {
namespace {

std::string number_of(int sessions) {
    return std::to_string(sessions) + (sessions == 1 ? " session" : " sessions");
}

} // namespace

SessionCount count_sessions(Session& session, const Referral& referral) {
    const auto first = first_day(session.db(), referral.id);
    const auto last = find_sent_day(session.db(), referral.id);
    SessionCount count;
    for (const auto& note :
         session.get<soap::Notes>().signed_notes(session, referral.client, std::nullopt)) {
        const auto day = note.began.civil().date;
        const bool is_about =
            !referral.complaint || !note.complaint || *note.complaint == *referral.complaint;
        if (!is_about || day < first || (last && day > *last)) {
            continue;
        }
        ++count.used;
        count.after_end += referral.valid_until && day > *referral.valid_until ? 1 : 0;
    }
    return count;
}

std::optional<std::string> describe_authorisation(Session& session, const Referral& referral) {
    if (!referral.sessions && !referral.valid_until) {
        return std::nullopt;
    }
    const auto count = count_sessions(session, referral);
    auto text =
        (referral.sessions
             ? std::to_string(count.used) + " of " + number_of(*referral.sessions) + " used"
             : number_of(count.used));
    if (referral.valid_until) {
        text += ", until " + referral.valid_until->iso();
    }
    if (count.after_end > 0) {
        text += ", " + std::to_string(count.after_end) + " after that day";
    }
    return text;
}

std::optional<std::string> missing_authorisation(Session& session, const Referral& referral) {
    if (referral.valid_until && *referral.valid_until < session.today()) {
        return "the authorisation ended on " + referral.valid_until->iso();
    }
    if (!referral.sessions || count_sessions(session, referral).used < *referral.sessions) {
        return std::nullopt;
    }
    return *referral.sessions == 1
               ? "the one authorised session is used"
               : "all " + std::to_string(*referral.sessions) + " authorised sessions are used";
}

} // namespace praxis::referrals
