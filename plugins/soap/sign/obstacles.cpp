// SPDX-License-Identifier: MIT
#include "sign/obstacles.hpp"

#include "note/later_consent.hpp"
#include "note/note_body.hpp"
#include "note/note_deadline.hpp"
#include "note/note_list_queries.hpp"
#include "validate/missing_fields.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis::soap {

namespace {

using Kind = Obstacle::Kind;

/// An obstacle that editing the note settles.
Obstacle in_note(Kind kind, const std::string& path, const std::string& message) {
    return {.kind = kind, .problem = {.path = path, .message = message}};
}

/// An obstacle that a command outside the note settles.
Obstacle on_record(Kind kind, const std::string& message, std::string remedy, std::string command) {
    auto obstacle = in_note(kind, "", message);
    obstacle.remedy = std::move(remedy);
    obstacle.command = std::move(command);
    return obstacle;
}

Obstacle withdrawn_consent(ClientId client, const Treatment& treatment) {
    std::vector<std::string> what;
    if (!treatment.technique.empty()) {
        what.push_back(technique_title(treatment.technique));
    }
    if (!treatment.region.empty()) {
        what.push_back(region_with_side(treatment.region, ""));
    }
    return on_record(
        Kind::consent,
        client.str() + " has withdrawn consent to this treatment" +
            (what.empty() ? "" : " (" + join(what, ", ") + ")"),
        "See the consents",
        "praxis consent list " + client.str()
    );
}

Obstacle refused_consent(NoteId note) {
    return in_note(
        Kind::consent,
        "consent.given",
        "The client did not consent to the treatment in " + note.str()
    );
}

Obstacle missing_consent(Session& session, const Note& note) {
    const auto client = note.client;
    const auto day = note.began.civil().date;
    if (const auto later = find_later_consent(session.db(), client, day)) {
        return on_record(
            Kind::consent,
            note.id.str() + " has no consent for its day: " + describe(*later, day),
            "If the client had agreed by then, record that",
            command_to_record_consent_on(client, day)
        );
    }
    return on_record(
        Kind::consent,
        note.id.str() + " has no consent on record",
        "Record one",
        "praxis consent record " + client.str() + " --kind treatment"
    );
}

Obstacle late_note(int days) {
    const auto message =
        "The session was more than " + std::to_string(days) + " days ago. Why is the note late?";
    auto obstacle = in_note(Kind::time, "late", message);
    obstacle.problem.missing = {"the note", "late entry", "late: " + message};
    return obstacle;
}

// The rules. Each gives its obstacle, or nothing.

std::optional<Obstacle> find_time_obstacle(Session& session, const Note& note) {
    if (is_locked(session, note)) {
        return late_note(*lock_after_days(session));
    }
    return std::nullopt;
}

std::optional<Obstacle> find_copy_obstacle(Session& /*session*/, const Note& note) {
    const NoteBody body{note.body};
    if (!body.is_all_copied()) {
        return std::nullopt;
    }
    return in_note(
        Kind::content,
        "",
        "Everything in " + note.id.str() + " is copied from " + body.copied_from() +
            ": add what is new in this session"
    );
}

std::optional<Obstacle> find_conditions_obstacle(Session& session, const Note& note) {
    bool asked = false;
    session.get<clients::Directory>().conditions(session, note.client, asked);
    if (asked) {
        return std::nullopt;
    }
    return on_record(
        Kind::conditions,
        note.client.str() + " has no pre-existing conditions on record, not even \"none known\"",
        "Record that there are none, or add them",
        "praxis condition add " + note.client.str() + " --none-known"
    );
}

/// Consent is given in the note, or is on record for each treatment; a withdrawal on record counts
/// more than what the note says.
std::optional<Obstacle> find_consent_obstacle(Session& session, const Note& note) {
    const NoteBody body{note.body};
    clients::ConsentQuery query{
        .client = note.client, .kind = "treatment", .on = note.began.civil().date};
    bool is_recorded = true;
    for (const auto& treatment : body.treatments()) {
        query.technique = treatment.technique;
        query.region = treatment.region;
        const auto state = session.get<clients::Directory>().consent(session, query);
        if (state == clients::ConsentState::withdrawn) {
            return withdrawn_consent(note.client, treatment);
        }
        is_recorded = is_recorded && state == clients::ConsentState::given;
    }
    if (body.consent_given().value_or(is_recorded)) {
        return std::nullopt;
    }
    return body.consent_given() ? refused_consent(note.id) : missing_consent(session, note);
}

constexpr auto rules = {
    find_time_obstacle, find_copy_obstacle, find_conditions_obstacle, find_consent_obstacle};

} // namespace

std::vector<Obstacle>
find_obstacles(Session& session, const Note& note, const std::vector<Problem>& problems) {
    std::vector<Obstacle> obstacles;
    for (const auto& problem : problems) {
        // Consent may be on record instead of in the note: its own rule decides.
        if (problem.weight != Problem::Weight::warning && problem.path != "consent.given") {
            obstacles.push_back({.problem = problem});
        }
    }
    for (const auto rule : rules) {
        if (auto obstacle = rule(session, note)) {
            obstacles.push_back(std::move(*obstacle));
        }
    }
    return obstacles;
}

std::optional<Obstacle> find_doubled_session(Session& session, const Note& note) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(note.began.instant);
    const NoteFilter same_time{
        .client = note.client,
        .state = "signed",
        .since = minute,
        .until = minute + std::chrono::minutes{1},
        .limit = 1};
    const auto others = list_notes(session.db(), same_time);
    if (others.empty()) {
        return std::nullopt;
    }
    return on_record(
        Kind::time,
        note.client.str() + " already has a signed note of a session at that time, " +
            note.began.civil().str() + ": " + others.front().id.str(),
        "If this is another session",
        "praxis note sign " + note.id.str() + " --another"
    );
}

} // namespace praxis::soap
