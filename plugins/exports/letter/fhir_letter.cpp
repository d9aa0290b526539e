// SPDX-License-Identifier: MIT
#include "fhir/bundle.hpp"
#include "fhir/gather.hpp"
#include "letter/letter_formats.hpp"

namespace praxis::exports {
namespace {

std::string
bytes_of(Session& session, const referrals::Letter& letter, const RecordOutput& /*output*/) {
    const auto own = session.get<referrals::Letters>().composition(session, letter.referral);
    const auto others = fhir::gather(
        session,
        {.client = letter.client, .referral = letter.referral, .complaint = letter.complaint}
    );
    return to_json(fhir::document(own.as_array(), others, session.civil_now().iso()), 2) + "\n";
}

} // namespace

referrals::LetterFormat fhir_letter() {
    return {.name = "fhir", .is_kept = true, .bytes = bytes_of};
}

} // namespace praxis::exports
