// SPDX-License-Identifier: MIT
#include "options/medication_options.hpp"

#include <praxis/error.hpp>

namespace praxis::clients {

void apply(Session& session, const MedicationOptions& options, MedicationRow& medication) {
    set_text(medication.dose, options.dose);
    set_text(medication.reason, options.reason);
    set_text(medication.kind, options.kind);
    set_partial_day(session, medication.since, options.since, "--since");
    set_day(session, medication.until, options.until, "--until");
    check_not_before_birth(session, medication.client, medication.since, "--since");
    check_not_before_birth(session, medication.client, iso_of(medication.until), "--until");
    // "2019-03" is not after any day of that month: compare only the known part of the date.
    if (medication.since && medication.until &&
        *medication.since > medication.until->iso().substr(0, medication.since->size())) {
        throw Refused(
            "--until " + medication.until->iso() + " is before --since " + *medication.since
        );
    }
}

} // namespace praxis::clients
