// SPDX-License-Identifier: MIT
/// A referral: one question about one client to one provider, and every step it took.
#pragma once
#include "provider.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

struct Referral {
    ReferralId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint;
    ProviderId provider;
    UserId referrer;   // whose letter it is
    std::string state; // "draft", "ready", "sent" ... as the table's check lists them
    std::string urgency = "routine";
    std::string type = "assess";
    std::string reason;
    Date reply_by;
    std::optional<std::string> suspended;
    std::optional<std::string> continuing;
    std::optional<std::string> precautions;
    std::optional<std::string> goals;
    std::optional<Date> next_review;
    ZonedTime created;
    std::vector<NoteId> notes; // the signed notes it rests on
    std::vector<std::string> enclosures;
    std::vector<std::string> copies; // to whom else it goes
};

/// A step that a referral took.
struct Event {
    std::string uuid;
    std::string state;
    Date happened_on;
    ZonedTime at;
    UserId user;
    std::string user_name;
    std::optional<std::string> note;
};

/// The letter as it left.
struct SentLetter {
    std::string uuid;
    ReferralId referral;
    DisclosureId disclosure;
    std::string via;
    Date sent_on;
    std::string recipient;
    std::optional<std::string> recipient_address;
    std::string content; // letter_json.hpp
    std::string digest;
};

/// Which referrals a list shows.
struct ReferralFilter {
    std::optional<ClientId> client;
    std::optional<ProviderId> provider;
    std::optional<std::string> state;
    bool open_only = false; // neither closed nor ended otherwise
};

/// All states, in the order a referral takes them.
const std::vector<std::string>& states();

/// With its first event.
/// returns  the new number; the uuid, the creation and the lists are the caller's
ReferralId insert_referral(SQLite::Database& db, const Referral& referral, const Event& first);

/// Everything but the state, which moves through insert_event() only.
void update_referral(SQLite::Database& db, const Referral& referral);

/// The event becomes the referral's newest, and its state the referral's.
void insert_event(SQLite::Database& db, ReferralId referral, const Event& event);

std::optional<Referral> find_referral(SQLite::Database& db, ReferralId id);

/// Newest first.
std::vector<Referral> all_referrals(SQLite::Database& db, const ReferralFilter& filter);

/// Oldest first.
std::vector<Event> all_events(SQLite::Database& db, ReferralId referral);

void insert_letter(SQLite::Database& db, const SentLetter& letter);
std::optional<SentLetter> find_letter(SQLite::Database& db, ReferralId referral);

/// The user as the practice knows them, active or not.
std::optional<User> find_user(SQLite::Database& db, UserId id);
/// errors  NotFound
User get_user(SQLite::Database& db, UserId id);

/// `words` is the id of a referral: "R-0001".
/// errors  UsageError: that is no id; NotFound
Referral get_referral(Session& session, std::string_view words);
Referral get_referral(Session& session, ReferralId id);

/// Moves the referral on, as of a day, with a remark for the file.
void change_state(
    Session& session,
    Referral& referral,
    const std::string& state,
    Date happened_on,
    const std::optional<std::string>& note = {}
);

/// errors  Refused unless the referral is a draft
void check_is_draft(const Referral& referral);

/// The only open complaint of the client, which is said; nothing when there is none.
/// errors  Ambiguous when there are several
std::optional<ComplaintId> only_open_complaint(Session& session, ClientId client);

/// errors  UsageError: no id of a complaint; NotFound; Refused: somebody else's
ComplaintId complaint_of(Session& session, ClientId client, const std::string& words);

/// The notes, each signed and of that client.
/// errors  UsageError: no id of a note; Refused: a draft, or somebody else's
std::vector<NoteId>
signed_notes_of(Session& session, ClientId client, const std::vector<std::string>& words);

/// The newest signed note of the referral's complaint, or else of none, which is said; nothing when
/// there is none.
std::vector<NoteId> last_signed_note(Session& session, const Referral& referral);

/// Every field, for machines.
Value referral_value(const Referral& referral);
Value event_value(const Event& event);
Value letter_value(const SentLetter& letter); // without its content

/// When a step of a client's referrals was last recorded; nothing when there is none.
std::optional<Instant> last_step(SQLite::Database& db, ClientId client);

/// All referrals of a client who is being erased.
void delete_referrals(SQLite::Database& db, ClientId client);

} // namespace praxis::referrals
