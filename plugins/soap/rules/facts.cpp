// SPDX-License-Identifier: MIT
#include "rules/facts.hpp"

#include "note/note.hpp"
#include "note/note_body.hpp"
#include "note/note_queries.hpp"
#include "rules/facts_queries.hpp"
#include "rules/session_facts.hpp"
#include "rules/work_facts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace praxis::soap::suggest {

using clients::TextField;

namespace {

class Gathering {
  public:
    Gathering(Session& session, const clients::Client& client, const Occasion& occasion)
        : session_(session)
        , concepts_(session.get<clients::Concepts>())
        , client_(client)
        , complaint_(occasion.complaint)
        , note_(occasion.note)
        , on_(occasion.on) {}

    Facts take() {
        facts_.client = client_.id;
        facts_.on = on_;
        if (client_.born) {
            facts_.age = clients::greatest_age(*client_.born, on_);
            facts_.least_age = clients::least_age(*client_.born, on_);
        } else {
            facts_.not_asked.emplace_back("age");
        }
        facts_.has_permission = has_guardian_permission(session_.db(), client_.id, on_);
        add_conditions();
        add_medications();
        add_allergies();
        if (const auto products = other_products(session_.db(), client_.id)) {
            add_text({.list = "product", .text = *products}, TextField::medication);
        }
        const auto notes = signed_notes(session_.db(), client_.id, std::nullopt, Instant::min());
        add_episodes(notes);
        add_sessions(notes);
        if (const auto note = note_ ? find_note(session_.db(), *note_) : std::nullopt) {
            add_health_today(*note, false);
            facts_.used = used_values(session_, *note, facts_.texts, on_);
            const auto* const today = NoteBody{note->body}.subjective("medication_today");
            facts_.says_no_medication =
                today != nullptr &&
                concepts_.answer_in(session_, today->plain()) == clients::NameAnswer::none;
        }
        return std::move(facts_);
    }

  private:
    /// Reads the text: nobody has read it before.
    void add_text(RecordText text, TextField field) {
        text.concepts = concepts_.read(session_, {text.text, field}, on_);
        facts_.texts.push_back(std::move(text));
    }

    /// The name of a row, as praxis or a person understood it.
    void
    add_row(const clients::TextOfRow& row, const std::string& stored_concepts, RecordText text) {
        text.text = row.text;
        text.concepts = concepts_.of_row(session_, row, on_, stored_concepts);
        facts_.texts.push_back(std::move(text));
    }

    /// Whole weeks since a known day; nothing for a month, a year or none.
    [[nodiscard]] std::optional<int> weeks_since(const std::string& since) const {
        constexpr int days_of_week = 7;
        const auto day = Date::from_iso(since);
        return day ? std::
                         optional{static_cast<int>((on_.days() - day->days()).count()) / days_of_week}
                   : std::nullopt;
    }

    void add_conditions() {
        auto& db = session_.db();
        for (auto& condition : conditions_on(db, client_.id, on_)) {
            if (!condition.note.empty()) {
                add_text(
                    {.list = "condition",
                     .text = std::move(condition.note),
                     .origin = "remark on " + condition.name,
                     .past = condition.past,
                     .key = condition.key},
                    TextField::remark
                );
            }
            add_row(
                {condition.name, TextField::condition, condition.since, condition.code},
                condition.concepts,
                {.list = "condition",
                 .past = condition.past,
                 .key = condition.key,
                 .weeks = weeks_since(condition.since)}
            );
        }
        if (!has_conditions(db, client_.id) && !knows_of_none(db, client_.id, "condition")) {
            facts_.not_asked.emplace_back("conditions");
        }
    }

    /// Adds the medication and health entries of a note. Those of an earlier note are past, except
    /// the medication.
    void add_health_today(const Note& note, bool earlier) {
        const auto add = [&](const char* field, const char* list, bool past) {
            const auto* const entry = NoteBody{note.body}.subjective(field);
            if (entry != nullptr && entry->is_text()) {
                add_text(
                    {.list = list,
                     .text = entry->as_text(),
                     .origin = note.id.str(),
                     .past = past,
                     .of_note = !earlier},
                    std::string_view{field} == "concerns" ? TextField::remark
                                                          : TextField::medication
                );
            }
        };
        add("medication_today", "medication", false);
        add("medication_today", "condition", earlier); // "heparin, for a clot"
        add("concerns", "condition", earlier);
    }

    /// The reason for a medication counts as a condition, too.
    void add_medications() {
        auto& db = session_.db();
        for (auto& taken : taken_medications(db, client_.id, on_)) {
            if (!taken.reason.empty()) {
                add_text(
                    {.list = "condition",
                     .text = std::move(taken.reason),
                     .origin = "reason for " + taken.name,
                     .key = taken.key},
                    TextField::condition
                );
            }
            add_row(
                {taken.name, TextField::medication, taken.since},
                taken.concepts,
                {.list = "medication", .key = taken.key}
            );
        }
        if (!has_medications(db, client_.id) && !knows_of_none(db, client_.id, "medication")) {
            facts_.not_asked.emplace_back("medications");
        }
    }

    void add_allergies() {
        const auto listed = allergies(session_.db(), client_.id);
        for (const auto& allergy : listed) {
            add_row({allergy.substance, TextField::allergy}, allergy.concepts, {.list = "allergy"});
        }
        if (listed.empty() && !knows_of_none(session_.db(), client_.id, "allergy")) {
            facts_.not_asked.emplace_back("allergies");
        }
    }

    void add_episodes(const std::vector<Note>& notes) {
        for (const auto& complaint : complaints_in_question()) {
            Episode episode{
                .id = complaint.id,
                .causes = complaint.causes,
                .region = complaint.region,
                .onset = complaint.onset};
            if (complaint.onset) {
                episode.days = static_cast<int>((on_.days() - complaint.onset->days()).count());
            }
            episode.pain = last_pain(notes, complaint.id);
            facts_.episodes.push_back(std::move(episode));
            add_text(
                {.list = "complaint",
                 .text = complaint.title,
                 .origin = complaint.id.str(),
                 .complaint = complaint.id},
                TextField::remark
            );
        }
    }

    /// The complaint of the note that is being signed counts even if it is closed.
    [[nodiscard]] std::vector<clients::Complaint> complaints_in_question() const {
        if (complaint_) {
            return {*complaint_};
        }
        auto ids = complaints_open_on(session_.db(), client_.id, on_);
        const auto note = note_ ? find_note(session_.db(), *note_) : std::nullopt;
        if (note && note->complaint &&
            std::find(ids.begin(), ids.end(), *note->complaint) == ids.end()) {
            ids.push_back(*note->complaint);
        }
        std::vector<clients::Complaint> complaints;
        complaints.reserve(ids.size());
        for (const auto id : ids) {
            complaints.push_back(session_.get<clients::Directory>().get_complaint(session_, id));
        }
        return complaints;
    }

    /// A note without a complaint counts for all complaints.
    static std::optional<int> last_pain(const std::vector<Note>& notes, ComplaintId complaint) {
        std::optional<int> pain;
        for (const auto& note : notes) {
            const bool counts = !note.complaint || *note.complaint == complaint;
            if (counts && (note.pain_after || note.pain_before)) {
                pain = note.pain_after ? note.pain_after : note.pain_before;
            }
        }
        return pain;
    }

    [[nodiscard]] bool is_in_question(const Note& note) const {
        return !complaint_ || note.complaint == complaint_->id;
    }

    void add_sessions(const std::vector<Note>& notes) {
        const Note* newest = nullptr;
        for (const auto& note : notes) {
            newest = is_in_question(note) ? &note : newest;
            for (const auto& technique : note.techniques) {
                facts_.tried.push_back(tried_in(note, technique, is_in_question(note)));
            }
        }
        if (newest == nullptr) {
            return;
        }
        add_health_today(*newest, true);
        for (auto& text : findings_of(*newest)) {
            add_text(
                {.list = "finding",
                 .text = std::move(text),
                 .origin = newest->id.str(),
                 .complaint = newest->complaint},
                TextField::remark
            );
        }
    }

    Session& session_;
    clients::Concepts& concepts_;
    const clients::Client& client_;
    const std::optional<clients::Complaint>& complaint_;
    std::optional<NoteId> note_;
    Date on_;
    Facts facts_;
};

} // namespace

Facts gather_facts(Session& session, const clients::Client& client, const Occasion& occasion) {
    return Gathering{session, client, occasion}.take();
}

} // namespace praxis::soap::suggest
