// SPDX-License-Identifier: MIT
#include "referral_fields.hpp"

#include "fields.hpp"
#include "letter/profile.hpp"

#include <praxis/error.hpp>

namespace praxis::referrals {
namespace {

void check_is_ahead(Session& session, const std::optional<Date>& day, const std::string& option) {
    if (day && *day < session.today()) {
        throw Refused(
            option + " " + day->iso() + " has passed", "give a day from " + session.today().iso()
        );
    }
}

} // namespace

bool any_given(const ReferralWords& words) {
    return words.urgency || words.type || words.complaint || !words.notes.empty() ||
           words.reply_by || words.suspended || words.continuing || words.precautions ||
           words.goals || words.next_review || !words.enclosures.empty() || !words.copies.empty();
}

Date usual_reply_day(Session& session, const Referral& referral, Date made_on) {
    const auto provider = get_provider(session.db(), referral.provider);
    const auto urgency = load_profile(session, provider.profession).urgency(referral.urgency);
    return made_on.plus_days(urgency.reply_days);
}

void take_words(Session& session, Referral& referral, const ReferralWords& words) {
    check_is_ahead(session, words.reply_by, "--reply-by");
    check_is_ahead(session, words.next_review, "--next-review");
    const bool usual =
        referral.reply_by == usual_reply_day(session, referral, referral.created.civil().date);
    referral.urgency = words.urgency.value_or(referral.urgency);
    referral.type = words.type.value_or(referral.type);
    if (words.reply_by) {
        referral.reply_by = *words.reply_by;
    } else if (usual && words.urgency) {
        referral.reply_by = usual_reply_day(session, referral, session.today());
    }
    if (words.reply_by || words.urgency || referral.id.number == 0) {
        session.report("a reply is asked for by " + referral.reply_by.iso());
    }
    set_text(referral.suspended, words.suspended);
    set_text(referral.continuing, words.continuing);
    set_text(referral.precautions, words.precautions);
    set_text(referral.goals, words.goals);
    if (words.complaint) {
        referral.complaint = complaint_of(session, referral.client, *words.complaint);
    }
    if (words.next_review) {
        referral.next_review = words.next_review;
        session.report("the next review is on " + words.next_review->iso());
    }
    if (!words.notes.empty()) {
        referral.notes = signed_notes_of(session, referral.client, texts_of(words.notes));
    }
    if (!words.enclosures.empty()) {
        referral.enclosures = texts_of(words.enclosures);
    }
    if (!words.copies.empty()) {
        referral.copies = texts_of(words.copies);
    }
}

} // namespace praxis::referrals
