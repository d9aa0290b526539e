// SPDX-License-Identifier: MIT
/// A referral: one question about one client to one provider, with every step from draft to reply.
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

/// Outgoing: this practice asks. Incoming: another professional asks this practice.
enum class Direction { outgoing, incoming };

struct Referral {
    ReferralId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint;
    Direction direction = Direction::outgoing;
    ProviderId provider; // the other side
    UserId referrer;     // signs the letter
    std::string state;   // "draft", "ready", "sent" ... as the table's check lists them
    std::string urgency = "routine";
    std::string type = "assess";
    std::string reason;
    Date reply_by;
    std::optional<std::string> suspended;
    std::optional<std::string> continuing;
    std::optional<std::string> precautions;
    std::optional<std::string> goals;
    std::optional<Date> next_review;
    std::optional<std::string>
        profile; // "one-page": the form of the letter; nothing: the usual one
    std::optional<std::string> language;  // of the letter, BCP 47; nothing: the receiver's
    std::optional<std::string> opening;   // instead of the profile's sentence
    std::optional<std::string> closing;   // the same
    std::optional<std::string> reference; // the number that the other side gave it
    std::optional<int> sessions;          // authorised by the other side
    std::optional<Date> valid_until;      // the last day of the authorisation
    std::optional<std::string> answer;    // to the question of the other side
    ZonedTime created;
    std::vector<NoteId> notes; // the signed notes that it is based on
    std::vector<std::string> enclosures;
    std::vector<std::string> copies; // who else receives the letter
};

/// A step of a referral.
struct Event {
    std::string uuid;
    std::string state;
    Date happened_on;
    ZonedTime at;
    UserId user;
    std::string user_name;
    std::optional<std::string> note;        // a remark; of a declined referral the reason
    std::optional<std::string> by;          // who told or decided it
    std::optional<Date> appointment;        // of the client with the receiver
    std::optional<std::int64_t> reply = {}; // number of the report that arrived
};

/// The letter as it was sent.
struct SentLetter {
    std::string uuid;
    ReferralId referral;
    DisclosureId disclosure;
    std::string via;
    Date sent_on;
    std::string recipient;
    std::optional<std::string> recipient_address;
    std::string content; // JSON, see letter_json.hpp
    std::string digest;  // of the content
};

/// The referrals that a list shows.
struct ReferralFilter {
    std::optional<ClientId> client;
    std::optional<ProviderId> provider; // or one that was merged into it
    std::optional<std::string> state;
    bool open_only = false; // not closed, declined, lost, cancelled or void
    std::optional<Direction> direction = {};
};

/// The names of all states, in the order in which a referral passes them.
const std::vector<std::string>& states();

/// Inserts the referral with its lists and its first event. The caller sets the UUID and the time.
/// returns  the new number
ReferralId insert_referral(SQLite::Database& db, const Referral& referral, const Event& first);

/// Updates everything except the state, which only insert_event() changes.
void update_referral(SQLite::Database& db, const Referral& referral);

/// Adds the newest event of the referral; the referral takes its state.
void insert_event(SQLite::Database& db, ReferralId referral, const Event& event);

std::optional<Referral> find_referral(SQLite::Database& db, ReferralId id);

std::optional<ReferralId> find_referral_id(SQLite::Database& db, const std::string& uuid);

/// Newest first.
std::vector<Referral> all_referrals(SQLite::Database& db, const ReferralFilter& filter);

/// Those of which something is left to do, oldest first: open ones, those that were declined or
/// lost, and those with a report that nobody has read.
std::vector<Referral> unsettled_referrals(SQLite::Database& db);

/// The referral of the same client and complaint that was written after this one was declined or
/// lost; not a cancelled or void one.
std::optional<ReferralId> find_next_referral(SQLite::Database& db, const Referral& referral);

/// Oldest first.
std::vector<ReferralId> all_referral_ids(SQLite::Database& db);

/// Oldest first.
std::vector<Event> all_events(SQLite::Database& db, ReferralId referral);

void insert_letter(SQLite::Database& db, const SentLetter& letter);
/// Stores a sent letter in other formats, once. `formats` has a text for each format.
void keep_letter_formats(SQLite::Database& db, ReferralId referral, const Value& formats);
/// The letter in that format as it was sent.
std::optional<std::string>
find_kept_letter(SQLite::Database& db, ReferralId referral, const std::string& format);
std::optional<SentLetter> find_letter(SQLite::Database& db, ReferralId referral);
/// The day on which its letter was sent; nothing before that.
std::optional<Date> find_sent_day(SQLite::Database& db, ReferralId referral);

/// The user with that id, active or not.
std::optional<User> find_user(SQLite::Database& db, UserId id);
/// errors  NotFound
User get_user(SQLite::Database& db, UserId id);

/// Finds the referral with that id, such as "R-0001", and enters it in the access log.
/// errors  UsageError: not an id; NotFound
Referral get_referral(Session& session, std::string_view text);
Referral get_referral(Session& session, ReferralId id);

/// errors  Refused unless the referral is a draft, or incoming and its report was not sent
void check_is_editable(const Referral& referral);

/// The only open complaint of the client; reports which one it is. Nothing when there is none.
/// errors  Ambiguous when there are several
std::optional<ComplaintId> only_open_complaint(Session& session, ClientId client);

/// The complaint with that id, which must belong to the client.
/// errors  UsageError: not an id; NotFound; Refused: another client's
ComplaintId complaint_of(Session& session, ClientId client, const std::string& text);

/// The notes with those ids, each signed and of that client.
/// errors  UsageError: not an id; Refused: a draft, or another client's
std::vector<NoteId>
signed_notes_of(Session& session, ClientId client, const std::vector<std::string>& ids);

/// The newest signed note of the referral's complaint, otherwise the newest without a complaint;
/// reports which one it is. Nothing when there is none.
std::vector<NoteId> last_signed_note(Session& session, const Referral& referral);

/// Every field, for --json and exports.
Value referral_value(const Referral& referral);
Value event_value(const Event& event);
Value letter_value(const SentLetter& letter); // without its content

/// When the last step of the client's referrals was recorded; nothing when there is none.
std::optional<Instant> last_step(SQLite::Database& db, ClientId client);

bool is_incoming(const Referral& referral);

/// "incoming": as the table's check lists them.
std::string_view name_of(Direction direction);

/// The day on which an incoming referral arrived, and on which an outgoing one was written.
Date first_day(SQLite::Database& db, ReferralId referral);

/// Deletes all referrals of a client who is being erased.
void delete_referrals(SQLite::Database& db, ClientId client);

} // namespace praxis::referrals
