// SPDX-License-Identifier: MIT
#include "rules/facts.hpp"

#include "check/terms.hpp"
#include "note/later_consent.hpp"
#include "note/note.hpp"
#include "note/note_body.hpp"
#include "note/note_queries.hpp"
#include "rules/facts_queries.hpp"
#include "template/template.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace praxis::soap::suggest {

using clients::TextField;

namespace {

/// Adds the texts of a table, or of each table of a list.
void add_texts(
    std::vector<std::string>& texts, const Value* value, const std::vector<std::string>& keys
) {
    if (value == nullptr) {
        return;
    }
    for (const auto& table : value->is_array() ? value->as_array() : Value::Array{*value}) {
        for (const auto& key : keys) {
            if (auto text = table.text_at(key); !text.empty()) {
                texts.push_back(std::move(text));
            }
        }
    }
}

/// The findings and the complaint of a session.
std::vector<std::string> findings_of(const Note& note) {
    std::vector<std::string> texts;
    const NoteBody body{note.body};
    add_texts(texts, body.part("subjective"), {"complaint", "radiation"});
    add_texts(texts, body.objective("finding"), {"texture", "text"});
    for (const auto& block : body.blocks()) {
        add_texts(texts, &block.table(), {"text"});
    }
    return texts;
}

/// The adverse reaction; empty for "none". "None, apart from a bruise" is one.
std::string adverse_of(const Note& note) {
    const auto* const adverse = NoteBody{note.body}.assessment("adverse");
    auto text = adverse != nullptr && adverse->is_text() ? adverse->as_text() : std::string{};
    const auto words = fold_words(text);
    const bool none =
        words.empty() || (words.size() == 1 && (words.front() == "none" || words.front() == "no" ||
                                                words.front() == "nothing"));
    return none ? std::string{} : text;
}

/// The pain of the only block with that technique, if it records pain; otherwise of the session.
std::string pain_of(const Note& note, const std::string& technique) {
    const auto blocks = NoteBody{note.body}.blocks();
    const auto is_of = [&technique](const NoteBlock& block) {
        return block.technique() == technique;
    };
    const auto block = std::find_if(blocks.begin(), blocks.end(), is_of);
    if (std::count_if(blocks.begin(), blocks.end(), is_of) == 1) {
        const auto* const before = block->field("pain_before");
        const auto* const after = block->field("pain_after");
        if (before != nullptr && before->is_integer() && after != nullptr && after->is_integer()) {
            return pain_text(
                static_cast<int>(before->as_integer()), static_cast<int>(after->as_integer())
            );
        }
    }
    return pain_text(note.pain_before, note.pain_after);
}

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
            add_work(*note);
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

    /// The values of the note's blocks, also of the tables in them: "point.code".
    void add_work(const Note& note) {
        for (const auto& block : NoteBody{note.body}.blocks()) {
            add_values(block.technique(), "", block.table());
        }
    }

    void add_values(const std::string& technique, const std::string& path, const Value& table) {
        for (const auto& [name, value] : table.as_object()) {
            const auto field = path.empty() ? name : path + "." + name;
            for (const auto& each : value.is_array() ? value.as_array() : Value::Array{value}) {
                if (each.is_object()) {
                    add_values(technique, field, each);
                } else if (!each.is_null()) {
                    facts_.used.push_back(used_value(technique, field, each));
                }
            }
        }
    }

    UsedValue
    used_value(const std::string& technique, const std::string& field, const Value& value) {
        UsedValue used{.technique = technique, .field = field, .text = value.plain()};
        if (value.is_number()) {
            used.number = value.as_number();
        } else if (const auto temperature = Temperature::parse(used.text)) {
            used.number = temperature->celsius();
        } else {
            used.allergens = allergens_in(used.text);
        }
        return used;
    }

    /// The allergies on record whose substance the text names, or belongs to: almond oil belongs to
    /// tree nuts.
    std::vector<std::string> allergens_in(const std::string& text) {
        std::vector<std::string> allergens;
        const auto named = concepts_.read(session_, {text, TextField::allergy}, on_);
        for (const auto& allergy : facts_.texts) {
            if (allergy.list == "allergy" &&
                (matches_words(text, allergy.text) || is_one_of(named, allergy.concepts))) {
                allergens.push_back("allergy: " + allergy.text);
            }
        }
        return allergens;
    }

    bool is_one_of(
        const std::vector<clients::UnderstoodConcept>& named,
        const std::vector<clients::UnderstoodConcept>& allergens
    ) {
        return std::any_of(named.begin(), named.end(), [&](const auto& name) {
            return std::any_of(allergens.begin(), allergens.end(), [&](const auto& allergen) {
                return allergen.state > clients::ConceptState::past &&
                       concepts_.is_of(session_, name.concept_id, allergen.concept_id);
            });
        });
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
                add_tried(note, technique);
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

    void add_tried(const Note& note, const std::string& technique) {
        Tried tried{
            .technique = technique,
            .note = note.id,
            .on = note.began.civil().date,
            .pain = pain_of(note, technique),
            .adverse = adverse_of(note),
            .amended = !note.amendments.empty(),
            .in_question = is_in_question(note)};
        std::copy_if(
            note.techniques.begin(),
            note.techniques.end(),
            std::back_inserter(tried.with),
            [&technique](const std::string& other) { return other != technique; }
        );
        facts_.tried.push_back(std::move(tried));
    }

    Session& session_;
    clients::Concepts& concepts_;
    const clients::Client& client_;
    const std::optional<clients::Complaint>& complaint_;
    std::optional<NoteId> note_;
    Date on_;
    Facts facts_;
};

/// The likely regions of work: those of the complaints, or any.
std::vector<std::string> places_of(const Facts& facts) {
    std::vector<std::string> places;
    for (const auto& episode : facts.episodes) {
        if (!episode.region.empty() &&
            std::find(places.begin(), places.end(), episode.region) == places.end()) {
            places.push_back(episode.region);
        }
    }
    return places.empty() ? std::vector<std::string>{""} : places;
}

constexpr std::array<std::pair<clients::ConsentState, std::string_view>, 3> gaps{
    {{clients::ConsentState::withdrawn, "withdrawn"},
     {clients::ConsentState::expired, "expired"},
     {clients::ConsentState::none, "none on record"}}};

using Places = std::vector<std::string>;

std::map<clients::ConsentState, Places> states_of(
    Session& session, const Facts& facts, const std::string& technique, const Places& places
) {
    std::map<clients::ConsentState, Places> states;
    for (const auto& place : places) {
        const auto state = session.get<clients::Directory>().consent(
            session,
            {.client = facts.client,
             .kind = "treatment",
             .technique = technique,
             .region = place,
             .on = facts.on}
        );
        states[state].push_back(place);
    }
    return states;
}

} // namespace

Facts gather_facts(Session& session, const clients::Client& client, const Occasion& occasion) {
    return Gathering{session, client, occasion}.take();
}

std::vector<ConsentGap> consent_gaps(
    Session& session,
    const Facts& facts,
    const std::vector<std::string>& techniques,
    const std::vector<std::string>& places
) {
    std::vector<ConsentGap> found;
    bool any_recorded = false; // a consent of any state
    for (const auto& technique : techniques) {
        const auto states =
            states_of(session, facts, technique, places.empty() ? places_of(facts) : places);
        any_recorded =
            any_recorded || states.size() > 1 || !states.contains(clients::ConsentState::none);
        for (const auto& [state, what] : gaps) {
            const auto lacking = states.find(state);
            if (lacking == states.end()) {
                continue;
            }
            const auto where = join(lacking->second, ", ");
            found.push_back(
                {technique, std::string{what} + (where.empty() ? "" : " (" + where + ")")}
            );
        }
    }
    if (any_recorded || techniques.empty()) {
        return found;
    }
    const auto later = find_later_consent(session.db(), facts.client, facts.on);
    return {
        later ? ConsentGap{"", describe(*later, facts.on), facts.on}
              : ConsentGap{"", "none on record"}};
}

} // namespace praxis::soap::suggest
