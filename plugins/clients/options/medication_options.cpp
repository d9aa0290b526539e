// SPDX-License-Identifier: MIT
#include "options/medication_options.hpp"

#include "options/health_options.hpp"

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

bool any_given(const MedicationOptions& options) {
    return any_given(
        options.name, options.dose, options.reason, options.kind, options.since, options.until
    );
}

void apply(Session& session, const MedicationOptions& options, MedicationRow& medication) {
    if (options.name) {
        medication.name = trim(*options.name);
    }
    if (medication.name.empty()) {
        throw Refused("a medication needs a name", "give --name TEXT");
    }
    set_text(medication.dose, options.dose);
    set_text(medication.reason, options.reason);
    set_text(medication.kind, options.kind);
    set_partial_day(session, medication.since, options.since, "--since");
    set_day(session, medication.until, options.until, "--until");
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
