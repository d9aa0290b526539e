// SPDX-License-Identifier: MIT
/// The options that `referral new`, `referral receive` and `referral edit` share.
#pragma once
#include "referral.hpp"

#include <praxis/command.hpp>
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

inline constexpr std::array<const char*, 4> urgencies{"routine", "urgent", "asap", "stat"};
inline constexpr std::array<const char*, 4> referral_types{
    "assess", "treat", "co-manage", "transfer"};

struct ReferralOptions {
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
    std::optional<std::string> profile;
    std::optional<std::string> language;
    std::optional<std::string> opening;
    std::optional<std::string> closing;
    std::vector<std::string> enclosures;
    std::vector<std::string> copies;
};

/// What only an incoming referral has.
struct IncomingOptions {
    std::optional<std::string> reference;
    std::optional<int> sessions;
    std::optional<Date> until;
};

/// Declares the options of an Args that derives from ReferralOptions.
template <class Args> void add_referral_options(Options<Args>& given) {
    const auto add =
        [&given]<class T>(
            T ReferralOptions::*member, const char* name, const char* value, const char* help
        ) -> Options<Args>& { return given.template option<T>(member, name, value, help); };
    using Given = ReferralOptions;
    add(&Given::urgency, "urgency", "URGENCY", "how soon you need the reply")
        .choices({"routine", "urgent", "asap", "stat"});
    add(&Given::type, "type", "TYPE", "what you ask for")
        .choices({"assess", "treat", "co-manage", "transfer"});
    add(&Given::complaint, "complaint", "ID", "the complaint that the referral is about");
    add(&Given::notes, "note", "ID", "a signed note that the referral is based on");
    add(&Given::reply_by, "reply-by", "DATE", "when you need the reply").future();
    add(&Given::suspended, "suspended", "TEXT", "treatment that you suspend until the reply");
    add(&Given::continuing, "continuing", "TEXT", "treatment that you continue in the meantime");
    add(&Given::precautions, "precautions", "TEXT", "precautions for the receiver");
    add(&Given::goals, "goals", "TEXT", "treatment goals; default: those of the complaint");
    add(&Given::next_review, "next-review", "DATE", "when you review the complaint again").future();
    add(&Given::profile, "profile", "NAME", "form of the letter, such as one-page");
    add(&Given::language, "language", "LANG", "of the letter; default: the receiver's, or en");
    add(&Given::opening, "opening", "TEXT", "first sentence of the letter, instead of the usual one"
    );
    add(&Given::closing, "closing", "TEXT", "last sentence of the letter, instead of the usual one"
    );
    add(&Given::enclosures, "enclosure", "TEXT", "an enclosure of the letter");
    add(&Given::copies, "copy-to", "NAME", "another person who receives the letter");
}

template <class Args> void add_incoming_options(Options<Args>& given) {
    using Given = IncomingOptions;
    given.template option<std::optional<std::string>>(
        &Given::reference, "reference", "TEXT", "the number that the other side gave the referral"
    );
    given.template option<std::optional<int>>(
        &Given::sessions, "sessions", "NUMBER", "how many sessions are authorised; 0: no limit"
    );
    given
        .template option<std::optional<Date>>(
            &Given::until, "until", "DATE", "the last day of the authorisation"
        )
        .future();
}

bool has_changes(const ReferralOptions& options);
bool has_changes(const IncomingOptions& options);

/// Changes the fields whose options are present.
/// errors  UsageError: less than no session; Refused: an outgoing referral has none of them, or the
///         authorisation ends before the referral arrived
void apply_incoming_options(
    Session& session, Referral& referral, Date arrived, const IncomingOptions& options
);

/// Changes the fields whose options are present. The date for the reply follows the urgency unless
/// --reply-by set it.
/// errors  Refused: a date in the past; UsageError: no such profile
void apply_options(Session& session, Referral& referral, const ReferralOptions& options);

/// The date for the reply to a referral of that urgency, created on that day.
Date default_reply_day(Session& session, const Referral& referral, Date made_on);

} // namespace praxis::referrals
