// SPDX-License-Identifier: MIT
#include "rules/work_facts.hpp"

#include "note/note_body.hpp"
#include "template/template.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap::suggest {

using clients::ConceptState;
using clients::TextField;

namespace {

class WorkReader {
  public:
    WorkReader(Session& session, const std::vector<RecordText>& texts, Date on)
        : session_(session), concepts_(session.get<clients::Concepts>()), on_(on) {
        for (const auto& text : texts) {
            if (text.list == "allergy") {
                allergies_.push_back(&text);
            }
        }
    }

    std::vector<UsedValue> read(const Note& note) {
        for (const auto& block : NoteBody{note.body}.blocks()) {
            add_values(block.technique(), "", block.table());
        }
        return std::move(used_);
    }

  private:
    void add_values(const std::string& technique, const std::string& path, const Value& table) {
        for (const auto& [name, value] : table.as_object()) {
            const auto field = path.empty() ? name : path + "." + name;
            for (const auto& each : value.is_array() ? value.as_array() : Value::Array{value}) {
                if (each.is_object()) {
                    add_values(technique, field, each);
                } else if (!each.is_null()) {
                    used_.push_back(used_value(technique, field, each));
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

    std::vector<std::string> allergens_in(const std::string& text) {
        std::vector<std::string> allergens;
        if (allergies_.empty()) {
            return allergens;
        }
        const auto named = concepts_.read(session_, {text, TextField::ingredient}, on_);
        for (const auto* const allergy : allergies_) {
            if (is_one_of(named, allergy->concepts) ||
                (!is_over(*allergy) && names_substance(text, allergy->text))) {
                allergens.push_back("allergy: " + allergy->text);
            }
        }
        return allergens;
    }

    /// Whether all that praxis reads in the allergy is denied or past.
    static bool is_over(const RecordText& allergy) {
        return !allergy.concepts.empty() &&
               std::all_of(allergy.concepts.begin(), allergy.concepts.end(), [](const auto& each) {
                   return each.state <= ConceptState::past;
               });
    }

    /// The words of the allergy themselves, also when they are no concept, or stand for another
    /// one. In doubt the text names it.
    bool names_substance(const std::string& text, const std::string& substance) {
        return matches_words(text, substance) &&
               concepts_.state_of(session_, substance, {text, TextField::ingredient}, on_)
                       .value_or(ConceptState::present) > ConceptState::denied;
    }

    bool is_one_of(
        const std::vector<clients::UnderstoodConcept>& named,
        const std::vector<clients::UnderstoodConcept>& allergens
    ) {
        return std::any_of(named.begin(), named.end(), [&](const auto& name) {
            return name.state > ConceptState::denied &&
                   std::any_of(allergens.begin(), allergens.end(), [&](const auto& allergen) {
                       return allergen.state > ConceptState::past &&
                              concepts_.is_of(session_, name.concept_id, allergen.concept_id);
                   });
        });
    }

    Session& session_;
    clients::Concepts& concepts_;
    Date on_;
    std::vector<const RecordText*> allergies_;
    std::vector<UsedValue> used_;
};

} // namespace

std::vector<UsedValue>
used_values(Session& session, const Note& note, const std::vector<RecordText>& texts, Date on) {
    return WorkReader{session, texts, on}.read(note);
}

} // namespace praxis::soap::suggest
