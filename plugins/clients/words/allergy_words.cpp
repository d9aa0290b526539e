// SPDX-License-Identifier: MIT
#include "words/allergy_words.hpp"

#include "words/health_words.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {

bool any_given(const AllergyWords& words) {
    return any_given(words.substance, words.kind, words.reaction, words.severity);
}

void apply(Session& session, const AllergyWords& words, AllergyRow& allergy) {
    if (words.substance) {
        allergy.substance = trim(*words.substance);
    }
    if (allergy.substance.empty()) {
        throw Refused("an allergy needs its substance", "give --substance TEXT");
    }
    set_text(allergy.kind, words.kind);
    set_text(allergy.reaction, words.reaction);
    set_text(allergy.severity, words.severity);
    for (const auto& other : allergies_of(session.db(), allergy.client)) {
        if (other.number != allergy.number && fold(other.substance) == fold(allergy.substance)) {
            refuse_listed_twice("allergy", other.number);
        }
    }
}

} // namespace praxis::clients
