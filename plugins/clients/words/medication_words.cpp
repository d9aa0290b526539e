// SPDX-License-Identifier: MIT
#include "words/medication_words.hpp"

#include "words/health_words.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

void check_listed_once(Session& session, const MedicationRow& medication) {
    const auto today = session.today();
    if (!is_taken(medication, today)) {
        return;
    }
    for (const auto& other : medications_of(session.db(), medication.client)) {
        if (other.number != medication.number && is_taken(other, today) &&
            fold(other.name) == fold(medication.name)) {
            refuse_listed_twice("medication", other.number);
        }
    }
}

} // namespace

bool any_given(const MedicationWords& words) {
    return any_given(words.name, words.dose, words.reason, words.kind, words.since, words.until);
}

void apply(Session& session, const MedicationWords& words, MedicationRow& medication) {
    if (words.name) {
        medication.name = trim(*words.name);
    }
    if (medication.name.empty()) {
        throw Refused("a medication needs a name", "give --name TEXT");
    }
    set_text(medication.dose, words.dose);
    set_text(medication.reason, words.reason);
    set_text(medication.kind, words.kind);
    set_partial_day(session, medication.since, words.since, "--since");
    set_day(session, medication.until, words.until, "--until");
    // "2019-03" is not after any day of that month: only as much of the day counts as is known.
    if (medication.since && medication.until &&
        *medication.since > medication.until->iso().substr(0, medication.since->size())) {
        throw Refused(
            "--until " + medication.until->iso() + " is before --since " + *medication.since
        );
    }
    check_listed_once(session, medication);
}

} // namespace praxis::clients
