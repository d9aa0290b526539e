// SPDX-License-Identifier: MIT
#include "sign/note_signing.hpp"

#include "check/note_remarks.hpp"
#include "note/note_copied.hpp"
#include "note/note_deadline.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "write/note_writing.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/soap/notes.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace praxis::soap {

namespace {

/// Absent things are null, never an empty text.
Value text_or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

Value client_part(const clients::Client& client) {
    return Value::Object{
        {"id", client.id.str()},
        {"uuid", client.uuid},
        {"full_name", client.full_name},
        {"born", client.born ? Value{client.born->iso()} : Value{}},
        {"gender", text_or_null(client.gender)},
        {"address", text_or_null(client.address)},
        {"phone", text_or_null(client.phone)},
        {"email", text_or_null(client.email)},
    };
}

Value practice_part(const Practice& practice) {
    return Value::Object{
        {"uuid", practice.uuid},
        {"name", practice.name},
        {"address", text_or_null(practice.address)},
        {"phone", text_or_null(practice.phone)},
        {"email", text_or_null(practice.email)},
        {"website", text_or_null(practice.website)},
    };
}

Value complaint_part(const clients::Complaint& complaint) {
    return Value::Object{
        {"id", complaint.id.str()},
        {"uuid", complaint.uuid},
        {"title", complaint.title},
        {"region", text_or_null(complaint.region)},
        {"side", text_or_null(complaint.side)},
    };
}

class Obstacles {
  public:
    Obstacles(Session& session, const Note& note, bool stored)
        : session_(session)
        , note_(note)
        , fix_(
              stored ? "praxis note edit " + note.id.str()
                     : "without --sign it is kept as a draft, which praxis note edit completes"
          ) {}

    /// Consent is left to consent(): it may be on record instead of in the note.
    void facts(const std::vector<Problem>& problems) {
        for (const auto& problem : problems) {
            if (problem.weight != Problem::Weight::warning && problem.path != "consent.given") {
                add(problem.path, problem.message, fix_);
                found_.back().hint = problem.hint;
            }
        }
    }

    void time() {
        if (note_.began.instant > session_.now()) {
            add("date", "the session has not begun yet", fix_);
        }
    }

    void written_today() {
        if (is_all_copied(note_.body)) {
            add("",
                "nothing in it is of this session: all of it was taken over from " +
                    read_copied_fields(note_.body).from,
                fix_);
        }
    }

    void deadline() {
        if (is_locked(session_, note_)) {
            add("late",
                "the session was more than " + std::to_string(*lock_after_days(session_)) +
                    " days ago: why is it written only now?",
                fix_);
        }
    }

    void conditions() {
        bool asked = false;
        session_.get<clients::Directory>().conditions(session_, note_.client, asked);
        if (!asked) {
            add("",
                "pre-existing conditions of " + note_.client.str() +
                    " are not recorded, not even as none known",
                "praxis condition add " + note_.client.str() + " --none-known");
        }
    }

    void consent() {
        const auto* given = find_in(note_.body, {"consent", "given"});
        const bool said = given != nullptr && given->is_bool();
        bool on_record = true;
        for (const auto& [technique, region] : treatments()) {
            const auto state = session_.get<clients::Directory>().consent(
                session_,
                {.client = note_.client,
                 .kind = "treatment",
                 .technique = technique,
                 .region = region,
                 .on = note_.began.civil().date}
            );
            if (state == clients::ConsentState::withdrawn) {
                withdrawn(technique, region);
                return;
            }
            on_record = on_record && state == clients::ConsentState::given;
        }
        if (said && !given->as_bool()) {
            add_consent(
                "consent.given", "the note says that the client did not agree to the work", fix_
            );
        } else if (!said && !on_record) {
            add_consent(
                "",
                "no consent to this treatment: the note does not say consent.given = true, and " +
                    note_.client.str() + " has none on record",
                "praxis consent record " + note_.client.str() + " --kind treatment"
            );
        }
    }

    std::vector<Obstacle> take() { return std::move(found_); }

  private:
    void add(std::string path, std::string what, std::string fix) {
        found_.push_back(
            {.path = std::move(path), .what = std::move(what), .hint = {}, .fix = std::move(fix)}
        );
    }

    void add_consent(std::string path, std::string what, std::string fix) {
        add(std::move(path), std::move(what), std::move(fix));
        found_.back().consent = true;
    }

    void withdrawn(const std::string& technique, const std::string& region) {
        std::vector<std::string> what;
        if (!technique.empty()) {
            what.push_back(technique);
        }
        if (!region.empty()) {
            what.push_back(region_with_side(region, ""));
        }
        add_consent(
            "",
            note_.client.str() + " has withdrawn consent to this treatment" +
                (what.empty() ? "" : " (" + join(what, ", ") + ")"),
            "praxis consent list " + note_.client.str()
        );
    }

    /// Every technique with its region; the treatment as a whole when there is no block.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> treatments() const {
        std::vector<std::pair<std::string, std::string>> pairs;
        if (const auto* blocks = note_.body.find("block");
            blocks != nullptr && blocks->is_array()) {
            for (const auto& block : blocks->as_array()) {
                std::pair pair{block.text_at("technique"), block.text_at("region")};
                if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) {
                    pairs.push_back(std::move(pair));
                }
            }
        }
        if (pairs.empty()) {
            pairs.emplace_back();
        }
        return pairs;
    }

    Session& session_;
    const Note& note_;
    std::string fix_; // what changes the note itself
    std::vector<Obstacle> found_;
};

/// Names all of them. The hint says the first command; what another one mends says so where it
/// stands.
void refuse_if_any(const std::vector<Obstacle>& obstacles, const std::string& name) {
    std::string lines;
    for (const auto& obstacle : obstacles) {
        lines += "\n  " + (obstacle.path.empty() ? "" : obstacle.path + ": ") + obstacle.what;
        if (obstacle.fix != obstacles.front().fix) {
            lines += " (" + obstacle.fix + ")";
        }
    }
    if (!obstacles.empty()) {
        throw Refused(name + " cannot be signed yet:" + lines, obstacles.front().fix);
    }
}

void refuse_unless_theirs(const Note& note, const User& signer, const std::string& meaning) {
    if (note.signature) {
        throw Refused(
            note.id.str() + " is signed already, and never changes",
            "praxis note amend " + note.id.str() + " --reason \"...\" --text \"...\""
        );
    }
    if (meaning == "author" && signer.id != note.author) {
        throw Refused(
            note.id.str() + " was written by " + note.author.str() + ", not by " + signer.id.str(),
            "praxis note sign " + note.id.str() + " --meaning reviewer"
        );
    }
}

} // namespace

Value person_as_signed(const User& user) {
    return Value::Object{
        {"id", user.id.str()},
        {"uuid", user.uuid},
        {"name", user.name},
        {"profession", text_or_null(user.profession)},
        {"licence", text_or_null(user.licence)},
        {"qualifications", text_or_null(user.qualifications)},
    };
}

Value header_of(Session& session, const Note& note) {
    auto& directory = session.get<clients::Directory>();
    bool asked = false;
    const auto names = directory.conditions(session, note.client, asked);
    const auto author = find_user(session.db(), note.author);
    return Value::Object{
        {"client", client_part(directory.get(session, note.client))},
        {"therapist", author ? person_as_signed(*author) : Value{}},
        {"practice", practice_part(session.practice())},
        {"complaint",
         note.complaint ? complaint_part(directory.get_complaint(session, *note.complaint))
                        : Value{}},
        {"conditions", asked ? Value{Value::Array(names.begin(), names.end())} : Value{}},
        {"entered", session.zone().at(note.created).iso()},
    };
}

std::string signed_bytes(const Note& note, const std::string& client_uuid) {
    const auto& signature = note.signature.value();
    const auto* signer = find_in(signature.header, {"signer", "uuid"});
    return to_canonical_json(Value::Object{
        {"format", "praxis-note/1"},
        {"note", note.uuid},
        {"client", client_uuid},
        {"began", note.began.iso()},
        {"header", signature.header},
        {"body", note.body},
        {"templates", to_value(note.templates)},
        {"signer", signer == nullptr ? Value{} : *signer},
        {"signed_at", signature.at.iso()},
        {"meaning", signature.meaning},
        {"signing", signature.number},
        {"previous", text_or_null(signature.previous)},
    });
}

bool is_genuine(SQLite::Database& db, const Note& note, const std::string& client_uuid) {
    // In this order: a body that nobody signed may be anything, and nothing is drawn from it.
    return note.signature && holds(note.signature->seal, signed_bytes(note, client_uuid)) &&
           is_key_of(db, note.signature->seal.public_key, note.signature->signer) &&
           is_intact(note, client_uuid);
}

bool is_intact(const Note& note, const std::string& client_uuid) {
    if (!note.signature || digest_of(signed_bytes(note, client_uuid)) != note.signature->digest) {
        return false;
    }
    // What lists show is drawn from the body, and must still be what the body says.
    auto drawn = note;
    draw_from_body(drawn, TimeZone{"UTC"});
    return drawn.techniques == note.techniques && drawn.complaint == note.complaint &&
           drawn.length == note.length && drawn.pain_before == note.pain_before &&
           drawn.pain_after == note.pain_after;
}

Value body_for_signing(
    Session& session, const TemplateBook& book, const Note& note, std::vector<Problem>& problems
) {
    const auto typed = without_computed(note.body, templates_for(note.body, book));
    return validate_note(typed, book, session.civil_now().civil(), session.date_order(), problems);
}

std::vector<Obstacle> obstacles_to_signing(
    Session& session, const Note& note, const std::vector<Problem>& problems, Standing standing
) {
    Obstacles obstacles{session, note, standing == Standing::stored};
    obstacles.facts(problems);
    obstacles.time();
    obstacles.deadline();
    obstacles.written_today();
    obstacles.conditions();
    obstacles.consent();
    return obstacles.take();
}

void sign(
    Session& session,
    const TemplateBook& book,
    Note& note,
    const std::string& meaning,
    Standing standing
) {
    const auto& signer = session.user();
    refuse_unless_theirs(note, signer, meaning);

    // Against the templates of today: those are what the note is kept with.
    std::vector<Problem> problems;
    const auto body = body_for_signing(session, book, note, problems);
    refuse_if_any(
        obstacles_to_signing(session, note, problems, standing),
        standing == Standing::stored ? note.id.str() : "the note"
    );
    const auto used = templates_for(body, book);
    if (to_canonical_json(body) != to_canonical_json(note.body) ||
        to_value(references_to(used)) != to_value(note.templates)) {
        note.body = body;
        store_draft(session, book, note);
    } else if (standing == Standing::stored) { // otherwise they were said a moment ago
        report_remarks(session, note, used);
    }

    const auto said = std::make_shared<Value::Array>();
    session.emit(NoteSigning{
        .note = note.id,
        .client = note.client,
        .day = note.began.civil().date,
        .stored = standing == Standing::stored,
        .said = said});
    auto header = header_of(session, note);
    header["signer"] = person_as_signed(signer);
    if (!said->empty()) {
        header["checks"] = *said;
    }
    const auto client_uuid = find_in(header, {"client", "uuid"})->as_text();
    const auto last = last_signing(session.db());
    note.signature = Signature{
        .at = session.civil_now(),
        .signer = signer.id,
        .meaning = meaning,
        .header = std::move(header),
        .number = last.number + 1,
        .previous = last.digest,
    };
    const auto bytes = signed_bytes(note, client_uuid);
    note.signature->digest = digest_of(bytes);
    note.signature->seal = session.sign(bytes);
    sign_note(session.db(), note.id, *note.signature);
    session.emit(NoteSigned{.note = note.id, .client = note.client});
}

} // namespace praxis::soap
