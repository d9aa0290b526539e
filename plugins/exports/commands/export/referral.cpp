// SPDX-License-Identifier: MIT
#include "delivery.hpp"
#include "fhir/bundle.hpp"
#include "fhir/gather.hpp"

#include <praxis/document_json.hpp>
#include <praxis/referrals/letters.hpp>

namespace praxis {
namespace {

struct Args : RecordOutput {
    std::string referral;
};

void options(Options<Args>& options) {
    options.argument(&Args::referral, "REFERRAL", "the referral's number, such as R-0001");
    declare_record_output(options, exports::complete_format);
}

/// The letter and nothing else: the rest of the record stays in the practice.
Value letter_as_json(const referrals::Letter& letter) {
    return Value::Object{
        {"format", "praxis-letter"},
        {"version", 1},
        {"referral", letter.referral.str()},
        {"client", letter.client.str()},
        {"state", letter.state},
        {"recipient", letter.recipient},
        {"recipient_address", letter.recipient_address},
        {"letter", value_from_document(letter.document)}};
}

Value letter_as_fhir(Session& session, const referrals::Letter& letter) {
    const auto own = session.get<referrals::Letters>().composition(session, letter.referral);
    const auto others = exports::fhir::gather(
        session,
        {.client = letter.client, .referral = letter.referral, .complaint = letter.complaint}
    );
    return exports::fhir::document(own.as_array(), others, session.civil_now().iso());
}

std::string bytes_of(
    Session& session, const Args& args, const std::string& format, const referrals::Letter& letter
) {
    if (format == "json") {
        return to_json(letter_as_json(letter), 2) + "\n";
    }
    if (format == exports::fhir_format) {
        return to_json(letter_as_fhir(session, letter), 2) + "\n";
    }
    return exports::render(session, letter.document, format, args);
}

Result run(Session& session, const Args& args) {
    const auto format = exports::choose_format(session, args, "referral");
    const auto letter = session.get<referrals::Letters>().letter(session, args.referral);
    auto bytes = bytes_of(session, args, format, letter);
    const auto what = "letter of " + letter.referral.str() + " (" + letter.state + ")";
    return exports::disclose(session, args, format, letter.client, what, std::move(bytes));
}

} // namespace

CommandSpec export_referral_command() {
    return command<Args>({
        .summary = "write a referral's letter to a file",
        .examples =
            {"praxis export referral R-0001 -o letter.pdf",
             "praxis export referral R-0001 --as fhir -o letter.json --recipient \"Spine Clinic\" "
             "--purpose treatment"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
