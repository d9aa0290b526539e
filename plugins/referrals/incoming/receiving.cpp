// SPDX-License-Identifier: MIT
#include "incoming/receiving.hpp"

#include "fields.hpp"

#include <praxis/error.hpp>

namespace praxis::referrals {

void start_incoming(
    Session& session,
    Referral& referral,
    Date arrived,
    const ReferralOptions& options,
    const IncomingOptions& incoming
) {
    if (arrived > session.today()) {
        throw Refused(
            "--on " + arrived.iso() + " is in the future",
            "give a date up to " + session.today().iso()
        );
    }
    referral.direction = Direction::incoming;
    referral.state = "received";
    if (referral.uuid.empty()) {
        referral.uuid = session.new_uuid();
    }
    referral.referrer = session.user().id;
    referral.created = session.civil_now();
    referral.urgency = options.urgency.value_or(referral.urgency);
    referral.reply_by = default_reply_day(session, referral, arrived);
    auto rest = options;
    rest.urgency.reset(); // the day of the report counts from the arrival, not from today
    apply_options(session, referral, rest);
    apply_incoming_options(session, referral, arrived, incoming);
}

void insert_incoming(
    Session& session, Referral& referral, Date arrived, const std::optional<std::string>& remark
) {
    Event first;
    first.uuid = session.new_uuid();
    first.state = referral.state;
    first.happened_on = arrived;
    first.at = referral.created;
    first.user = session.user().id;
    first.user_name = session.user().name;
    set_text(first.note, remark);
    referral.id = insert_referral(session.db(), referral, first);
}

} // namespace praxis::referrals
