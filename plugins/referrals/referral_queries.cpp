// SPDX-License-Identifier: MIT
#include "referral.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {
namespace {

const std::string columns =
    "referral, uuid, client, complaint, provider, referrer, state, urgency, type, reason, reply_by,"
    " suspended, continuing, precautions, goals, next_review, created_at, created_offset,"
    " profile, direction, reference, sessions, valid_until, answer, opening, closing,"
    " language";

Referral read_referral(SQLite::Statement& query) {
    Referral referral;
    referral.id = {column_number(query, 0)};
    referral.uuid = column_uuid(query, 1);
    referral.client = {column_number(query, 2)};
    if (const auto complaint = optional_number(query, 3)) {
        referral.complaint = ComplaintId{*complaint};
    }
    referral.provider = {column_number(query, 4)};
    referral.referrer = {column_number(query, 5)};
    referral.state = column_text(query, 6);
    referral.urgency = column_text(query, 7);
    referral.type = column_text(query, 8);
    referral.reason = column_text(query, 9);
    referral.reply_by = optional_date(query, 10).value_or(Date{});
    referral.suspended = optional_text(query, 11);
    referral.continuing = optional_text(query, 12);
    referral.precautions = optional_text(query, 13);
    referral.goals = optional_text(query, 14);
    referral.next_review = optional_date(query, 15);
    referral.created = column_zoned(query, 16);
    referral.profile = optional_text(query, 18);
    referral.direction =
        column_text(query, 19) == "incoming" ? Direction::incoming : Direction::outgoing;
    referral.reference = optional_text(query, 20);
    if (const auto sessions = optional_number(query, 21)) {
        referral.sessions = static_cast<int>(*sessions);
    }
    referral.valid_until = optional_date(query, 22);
    referral.answer = optional_text(query, 23);
    referral.opening = optional_text(query, 24);
    referral.closing = optional_text(query, 25);
    referral.language = optional_text(query, 26);
    return referral;
}

std::string read_line(SQLite::Statement& query) {
    return column_text(query, 0);
}

void read_lists(SQLite::Database& db, Referral& referral) {
    referral.notes = all_rows(
        statement(
            db, "SELECT note FROM referrals_note WHERE referral = ? ORDER BY note", referral.id
        ),
        [](auto& query) { return NoteId{column_number(query, 0)}; }
    );
    referral.enclosures = all_rows(
        statement(
            db,
            "SELECT text FROM referrals_enclosure WHERE referral = ? ORDER BY position",
            referral.id
        ),
        read_line
    );
    referral.copies = all_rows(
        statement(
            db, "SELECT text FROM referrals_copy WHERE referral = ? ORDER BY position", referral.id
        ),
        read_line
    );
}

void insert_lists(SQLite::Database& db, const Referral& referral) {
    for (const auto& note : referral.notes) {
        execute(db, "INSERT INTO referrals_note (referral, note) VALUES (?, ?)", referral.id, note);
    }
    std::int64_t position = 0;
    for (const auto& text : referral.enclosures) {
        execute(
            db,
            "INSERT INTO referrals_enclosure (referral, position, text) VALUES (?, ?, ?)",
            referral.id,
            ++position,
            text
        );
    }
    position = 0;
    for (const auto& text : referral.copies) {
        execute(
            db,
            "INSERT INTO referrals_copy (referral, position, text) VALUES (?, ?, ?)",
            referral.id,
            ++position,
            text
        );
    }
}

} // namespace

ReferralId insert_referral(SQLite::Database& db, const Referral& referral, const Event& first) {
    execute(
        db,
        "INSERT INTO referrals_referral (uuid, client, complaint, provider, referrer, state,"
        " urgency, type, reason, reply_by, suspended, continuing, precautions, goals, next_review,"
        " created_at, created_offset, profile, direction, reference, sessions, valid_until, answer,"
        " opening, closing, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{referral.uuid},
        referral.client,
        referral.complaint,
        referral.provider,
        referral.referrer,
        first.state,
        referral.urgency,
        referral.type,
        referral.reason,
        referral.reply_by,
        referral.suspended,
        referral.continuing,
        referral.precautions,
        referral.goals,
        referral.next_review,
        referral.created.instant,
        referral.created.offset,
        referral.profile,
        std::string{name_of(referral.direction)},
        referral.reference,
        referral.sessions,
        referral.valid_until,
        referral.answer,
        referral.opening,
        referral.closing,
        referral.language
    );
    auto inserted = referral;
    inserted.id = {db.getLastInsertRowid()};
    insert_lists(db, inserted);
    insert_event(db, inserted.id, first);
    return inserted.id;
}

void update_referral(SQLite::Database& db, const Referral& referral) {
    execute(
        db,
        "UPDATE referrals_referral SET complaint = ?, provider = ?, urgency = ?, type = ?,"
        " reason = ?, reply_by = ?, suspended = ?, continuing = ?, precautions = ?, goals = ?,"
        " next_review = ?, profile = ?, reference = ?, sessions = ?, valid_until = ?, answer = ?,"
        " opening = ?, closing = ?, language = ? WHERE referral = ?",
        referral.complaint,
        referral.provider,
        referral.urgency,
        referral.type,
        referral.reason,
        referral.reply_by,
        referral.suspended,
        referral.continuing,
        referral.precautions,
        referral.goals,
        referral.next_review,
        referral.profile,
        referral.reference,
        referral.sessions,
        referral.valid_until,
        referral.answer,
        referral.opening,
        referral.closing,
        referral.language,
        referral.id
    );
    execute(db, "DELETE FROM referrals_note WHERE referral = ?", referral.id);
    execute(db, "DELETE FROM referrals_enclosure WHERE referral = ?", referral.id);
    execute(db, "DELETE FROM referrals_copy WHERE referral = ?", referral.id);
    insert_lists(db, referral);
}

std::optional<Referral> find_referral(SQLite::Database& db, ReferralId id) {
    auto referral = first_row(
        statement(db, "SELECT " + columns + " FROM referrals_referral WHERE referral = ?", id),
        read_referral
    );
    if (referral) {
        read_lists(db, *referral);
    }
    return referral;
}

std::optional<ReferralId> find_referral_id(SQLite::Database& db, const std::string& uuid) {
    return first_row(
        statement(db, "SELECT referral FROM referrals_referral WHERE uuid = ?", StoredBytes{uuid}),
        [](auto& query) { return ReferralId{column_number(query, 0)}; }
    );
}

std::vector<ReferralId> all_referral_ids(SQLite::Database& db) {
    return all_rows(
        statement(db, "SELECT referral FROM referrals_referral ORDER BY referral"),
        [](auto& query) { return ReferralId{column_number(query, 0)}; }
    );
}

std::vector<Referral> all_referrals(SQLite::Database& db, const ReferralFilter& filter) {
    auto referrals = all_rows(
        statement(
            db,
            "SELECT " + columns +
                " FROM referrals_referral WHERE (?1 IS NULL OR client = ?1)"
                " AND (?2 IS NULL OR provider = ?2 OR provider IN"
                " (SELECT provider FROM referrals_provider WHERE merged_into = ?2)) AND (?3 IS "
                "NULL OR state = ?3)"
                " AND (NOT ?4"
                " OR state NOT IN ('closed', 'declined', 'lost', 'cancelled', 'void'))"
                " AND (?5 IS NULL OR direction = ?5)"
                " ORDER BY referral DESC",
            filter.client,
            filter.provider,
            filter.state,
            filter.open_only,
            filter.direction ? std::optional{std::string{name_of(*filter.direction)}} : std::nullopt
        ),
        read_referral
    );
    for (auto& referral : referrals) {
        read_lists(db, referral);
    }
    return referrals;
}

std::vector<Referral> unsettled_referrals(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns +
                " FROM referrals_referral AS r WHERE (state NOT IN ('closed', 'cancelled', 'void')"
                " AND NOT (direction = 'incoming' AND state = 'declined'))"
                " OR (state <> 'void' AND EXISTS (SELECT 1 FROM referrals_reply AS a"
                " WHERE a.referral = r.referral AND a.kind = 'final' AND a.read_on IS NULL))"
                " ORDER BY referral"
        ),
        read_referral
    );
}

std::optional<ReferralId> find_next_referral(SQLite::Database& db, const Referral& referral) {
    return first_row(
        statement(
            db,
            "SELECT referral FROM referrals_referral WHERE client = ?1 AND complaint IS ?2"
            " AND direction = 'outgoing'"
            " AND referral > ?3 AND state NOT IN ('cancelled', 'void') AND created_at >="
            " (SELECT min(at) FROM referrals_event"
            " WHERE referral = ?3 AND state IN ('declined', 'lost')) ORDER BY referral",
            referral.client,
            referral.complaint,
            referral.id
        ),
        [](auto& query) { return ReferralId{column_number(query, 0)}; }
    );
}

std::optional<User> find_user(SQLite::Database& db, UserId id) {
    return first_row(
        statement(
            db,
            "SELECT user, uuid, name, profession, licence, qualifications, phone, email, active"
            " FROM core_user WHERE user = ?",
            id
        ),
        [](auto& query) {
            return User{
                UserId{column_number(query, 0)},
                column_uuid(query, 1),
                column_text(query, 2),
                optional_text(query, 3).value_or(""),
                optional_text(query, 4).value_or(""),
                optional_text(query, 5).value_or(""),
                optional_text(query, 6).value_or(""),
                optional_text(query, 7).value_or(""),
                column_flag(query, 8)};
        }
    );
}

std::optional<Instant> last_step(SQLite::Database& db, ClientId client) {
    const auto seconds = first_row(
        statement(
            db,
            "SELECT max(e.at) FROM referrals_event AS e"
            " JOIN referrals_referral AS r ON r.referral = e.referral WHERE r.client = ?",
            client
        ),
        [](SQLite::Statement& query) { return optional_number(query, 0); }
    );
    return seconds && *seconds ? std::optional{Instant{std::chrono::seconds{**seconds}}}
                               : std::nullopt;
}

Date first_day(SQLite::Database& db, ReferralId referral) {
    return first_row(
               statement(
                   db,
                   "SELECT happened_on FROM referrals_event WHERE referral = ? ORDER BY event",
                   referral
               ),
               [](SQLite::Statement& query) { return optional_date(query, 0).value_or(Date{}); }
    ).value_or(Date{});
}

void delete_referrals(SQLite::Database& db, ClientId client) {
    const std::string of_client =
        " WHERE referral IN (SELECT referral FROM referrals_referral WHERE client = ?)";
    execute(db, "DELETE FROM referrals_letter" + of_client, client);
    execute(db, "DELETE FROM referrals_event" + of_client, client); // they refer to replies
    execute(db, "DELETE FROM referrals_reply" + of_client, client);
    execute(db, "DELETE FROM referrals_note" + of_client, client);
    execute(db, "DELETE FROM referrals_enclosure" + of_client, client);
    execute(db, "DELETE FROM referrals_copy" + of_client, client);
    execute(db, "DELETE FROM referrals_referral WHERE client = ?", client);
}

} // namespace praxis::referrals
