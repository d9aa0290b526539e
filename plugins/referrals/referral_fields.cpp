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
            option + " " + day->iso() + " is in the past",
            "give a date from " + session.today().iso() + " on"
        );
    }
}

} // namespace

bool has_changes(const ReferralOptions& options) {
    return options.urgency || options.type || options.complaint || !options.notes.empty() ||
           options.reply_by || options.suspended || options.continuing || options.precautions ||
           options.goals || options.next_review || options.profile || options.language ||
           options.opening || options.closing || !options.enclosures.empty() ||
           !options.copies.empty();
}

bool has_changes(const IncomingOptions& options) {
    return options.reference || options.sessions || options.until;
}

void apply_incoming_options(
    Session& session, Referral& referral, Date arrived, const IncomingOptions& options
) {
    if (has_changes(options) && !is_incoming(referral)) {
        throw Refused(
            referral.id.str() + " is a referral of yours: --reference, --sessions and --until "
                                "belong to one that you received",
            "praxis help referral receive"
        );
    }
    if (options.sessions && *options.sessions < 0) {
        throw UsageError("--sessions is below 0", "give the number of authorised sessions");
    }
    if (options.until && *options.until < arrived) {
        throw Refused(
            "--until " + options.until->iso() + " is before the referral arrived, on " +
                arrived.iso(),
            "give the last day on which a session is authorised"
        );
    }
    set_text(referral.reference, options.reference);
    if (options.sessions) {
        referral.sessions = *options.sessions == 0 ? std::nullopt : options.sessions;
    }
    if (options.until) {
        referral.valid_until = options.until;
        session.report("the authorisation ends on " + options.until->iso());
    }
}

Date default_reply_day(Session& session, const Referral& referral, Date made_on) {
    const auto provider = get_provider(session.db(), referral.provider);
    const auto urgency = load_profile(session, provider.profession).urgency(referral.urgency);
    return made_on.plus_days(urgency.reply_days);
}

void apply_options(Session& session, Referral& referral, const ReferralOptions& options) {
    check_is_ahead(session, options.reply_by, "--reply-by");
    check_is_ahead(session, options.next_review, "--next-review");
    const bool is_default =
        referral.reply_by == default_reply_day(session, referral, referral.created.civil().date);
    referral.urgency = options.urgency.value_or(referral.urgency);
    referral.type = options.type.value_or(referral.type);
    if (options.reply_by) {
        referral.reply_by = *options.reply_by;
    } else if (is_default && options.urgency) {
        referral.reply_by = default_reply_day(session, referral, session.today());
    }
    if (options.reply_by || options.urgency || referral.id.number == 0) {
        session.report(
            (is_incoming(referral) ? "your report is due by " : "the reply is due by ") +
            referral.reply_by.iso()
        );
    }
    set_text(referral.suspended, options.suspended);
    set_text(referral.continuing, options.continuing);
    set_text(referral.precautions, options.precautions);
    set_text(referral.goals, options.goals);
    set_text(referral.language, options.language);
    if (options.language && referral.language) {
        static_cast<void>(load_language(session, *referral.language)); // refuses an unknown one
    }
    set_text(referral.opening, options.opening);
    set_text(referral.closing, options.closing);
    set_text(referral.profile, options.profile);
    if (options.profile && referral.profile) {
        check_form(session, *referral.profile);
    }
    if (options.complaint) {
        referral.complaint = complaint_of(session, referral.client, *options.complaint);
    }
    if (options.next_review) {
        referral.next_review = options.next_review;
        session.report("the next review is on " + options.next_review->iso());
    }
    if (!options.notes.empty()) {
        referral.notes = signed_notes_of(session, referral.client, texts_of(options.notes));
    }
    if (!options.enclosures.empty()) {
        referral.enclosures = texts_of(options.enclosures);
    }
    if (!options.copies.empty()) {
        referral.copies = texts_of(options.copies);
    }
}

} // namespace praxis::referrals
