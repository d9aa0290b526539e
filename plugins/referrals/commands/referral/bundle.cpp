// SPDX-License-Identifier: MIT
#include "letter/letter_file.hpp"

#include <praxis/command.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
    std::string output;
    bool force = false;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of a sent referral, or of a sent report");
    given.option(&Args::output, "output", "FILE", "the file to write; - is stdout")
        .letter('o')
        .required();
    given.flag(&Args::force, "force", "replace FILE if it exists");
}

Result run(Session& session, const Args& args) {
    RecordOutput output;
    output.output = args.output;
    output.as = "bundle";
    output.force = args.force;
    return write_letter_file(session, output, get_referral(session, args.referral));
}

} // namespace

CommandSpec referral_bundle_command() {
    return command<Args>({
        .summary = "write the letter or the report as a sealed file for another copy of praxis",
        .details =
            "The file has the letter, its FHIR and the attachments of the referral. You sign it, "
            "and it opens with a passphrase that praxis prints once: tell it to the receiver "
            "another way. The receiver imports it with praxis referral import, and answers with a "
            "file of the same kind. Each file is a line of the disclosure ledger.",
        .examples =
            {"praxis referral bundle R-0001 -o maria.praxis-referral",
             "praxis referral bundle R-0007 -o answer.praxis-referral"},
        .exits =
            {{Exit::refused,
              "the letter was not sent, the client no longer agrees, the output "
              "file already exists, or you have no signing key"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
