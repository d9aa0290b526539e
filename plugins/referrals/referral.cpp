// SPDX-License-Identifier: MIT
#include "referral.hpp"

#include "fields.hpp"
#include "steps/states.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/soap/notes.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {

const std::vector<std::string>& states() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> names;
        for (const auto& state : state_table) {
            names.emplace_back(state.name);
        }
        return names;
    }();
    return all;
}

User get_user(SQLite::Database& db, UserId id) {
    auto user = find_user(db, id);
    if (!user) {
        throw NotFound("there is no user " + id.str(), "praxis user list");
    }
    return *std::move(user);
}

Referral get_referral(Session& session, ReferralId id) {
    auto referral = find_referral(session.db(), id);
    if (!referral) {
        throw NotFound("there is no referral " + id.str(), "praxis referral list");
    }
    session.log_access(referral->id.str());
    session.log_access(referral->client.str());
    return *std::move(referral);
}

Referral get_referral(Session& session, std::string_view text) {
    const auto id = ReferralId::parse(trim(text));
    if (!id) {
        throw UsageError("REFERRAL takes an id such as R-0001", "praxis referral list");
    }
    return get_referral(session, *id);
}

bool is_incoming(const Referral& referral) {
    return referral.direction == Direction::incoming;
}

std::string_view name_of(Direction direction) {
    return direction == Direction::incoming ? "incoming" : "outgoing";
}

void check_is_editable(const Referral& referral) {
    if (referral.state == "draft" || (is_incoming(referral) && !is_over(referral.state))) {
        return;
    }
    if (is_incoming(referral)) {
        throw Refused(
            referral.id.str() + " is " + referral.state + ". It can no longer be edited",
            "praxis referral show " + referral.id.str()
        );
    }
    if (referral.state == "ready") {
        throw Refused(
            referral.id.str() + " is ready. Only a draft can be edited",
            "praxis referral ready " + referral.id.str() + " --back"
        );
    }
    if (referral.state == "cancelled" || referral.state == "void") {
        throw Refused(
            referral.id.str() + " is " + referral.state + ". Only a draft can be edited",
            "praxis referral new " + referral.client.str() + " --to " + referral.provider.str() +
                " --reason \"...\""
        );
    }
    throw Refused(
        referral.id.str() + " was sent, so it can no longer be edited. Start a new referral",
        "praxis referral new " + referral.client.str() + " --to " + referral.provider.str() +
            " --reason \"...\""
    );
}

std::optional<ComplaintId> only_open_complaint(Session& session, ClientId client) {
    const auto complaints = session.get<clients::Directory>().open_complaints(session, client);
    if (complaints.empty()) {
        session.report(client.str() + " has no open complaint, so the referral names none");
        return std::nullopt;
    }
    if (complaints.size() > 1) {
        std::vector<std::string> ids;
        for (const auto& complaint : complaints) {
            ids.push_back(complaint.id.str());
        }
        throw Ambiguous(
            client.str() + " has " + std::to_string(ids.size()) +
                " open complaints: " + join_with_and(ids),
            "choose one: --complaint " + ids.front()
        );
    }
    session.report(
        "the referral is about " + complaints.front().id.str() + ", the only open complaint"
    );
    return complaints.front().id;
}

ComplaintId complaint_of(Session& session, ClientId client, const std::string& text) {
    const auto id = ComplaintId::parse(trim(text));
    if (!id) {
        throw UsageError(
            "--complaint takes the id of a complaint, such as CO-0001",
            "praxis complaint list " + client.str()
        );
    }
    const auto complaint = session.get<clients::Directory>().get_complaint(session, *id);
    if (complaint.client != client) {
        throw Refused(
            id->str() + " is a complaint of " + complaint.client.str() + ", not of " + client.str(),
            "praxis complaint list " + client.str()
        );
    }
    if (complaint.closed) {
        session.report(id->str() + " is closed");
    }
    return *id;
}

std::vector<NoteId>
signed_notes_of(Session& session, ClientId client, const std::vector<std::string>& ids) {
    std::vector<NoteId> notes;
    if (ids.empty()) {
        return notes;
    }
    const auto known = session.get<soap::Notes>().signed_notes(session, client, std::nullopt);
    for (const auto& text : ids) {
        const auto id = NoteId::parse(trim(text));
        if (!id) {
            throw UsageError(
                "--note takes the id of a note, such as N-0001",
                "praxis note list --client " + client.str()
            );
        }
        const bool is_signed = std::any_of(known.begin(), known.end(), [&](const auto& note) {
            return note.id == *id;
        });
        if (!is_signed) {
            throw Refused(
                id->str() + " is not a signed note of " + client.str() +
                    ". A referral needs signed notes",
                "praxis note list --client " + client.str()
            );
        }
        if (std::find(notes.begin(), notes.end(), *id) == notes.end()) {
            notes.push_back(*id);
        }
    }
    std::sort(notes.begin(), notes.end());
    return notes;
}

std::vector<NoteId> last_signed_note(Session& session, const Referral& referral) {
    auto& all = session.get<soap::Notes>();
    auto notes = all.signed_notes(session, referral.client, referral.complaint);
    if (notes.empty()) {
        notes = all.signed_notes(session, referral.client, std::nullopt);
        std::erase_if(notes, [](const auto& note) { return note.complaint.has_value(); });
    }
    if (notes.empty()) {
        return {};
    }
    session.report("the referral is based on " + notes.back().id.str() + ", the last signed note");
    return {notes.back().id};
}

Value event_value(const Event& event) {
    return Value::Object{
        {"uuid", event.uuid},
        {"state", event.state},
        {"happened_on", event.happened_on.iso()},
        {"at", event.at.iso()},
        {"user", event.user.str()},
        {"user_name", event.user_name},
        {"note", event.note},
        {"by", event.by},
        {"appointment", date_value(event.appointment)}};
}

Value letter_value(const SentLetter& letter) {
    return Value::Object{
        {"uuid", letter.uuid},
        {"disclosure", letter.disclosure.str()},
        {"via", letter.via},
        {"sent_on", letter.sent_on.iso()},
        {"recipient", letter.recipient},
        {"recipient_address", letter.recipient_address},
        {"digest", letter.digest}};
}

Value referral_value(const Referral& referral) {
    std::vector<std::string> notes;
    for (const auto& note : referral.notes) {
        notes.push_back(note.str());
    }
    return Value::Object{
        {"id", referral.id.str()},
        {"uuid", referral.uuid},
        {"state", referral.state},
        {"client", referral.client.str()},
        {"complaint", referral.complaint ? Value{referral.complaint->str()} : Value{}},
        {"provider", referral.provider.str()},
        {"referrer", referral.referrer.str()},
        {"urgency", referral.urgency},
        {"type", referral.type},
        {"reason", referral.reason},
        {"reply_by", referral.reply_by.iso()},
        {"suspended", referral.suspended},
        {"continuing", referral.continuing},
        {"precautions", referral.precautions},
        {"goals", referral.goals},
        {"next_review", date_value(referral.next_review)},
        {"profile", referral.profile},
        {"language", referral.language},
        {"opening", referral.opening},
        {"closing", referral.closing},
        {"direction", name_of(referral.direction)},
        {"reference", referral.reference},
        {"sessions", referral.sessions ? Value{*referral.sessions} : Value{}},
        {"valid_until", date_value(referral.valid_until)},
        {"answer", referral.answer},
        {"notes", list_value(notes)},
        {"enclosures", list_value(referral.enclosures)},
        {"copy_to", list_value(referral.copies)},
        {"created_at", referral.created.iso()}};
}

} // namespace praxis::referrals
