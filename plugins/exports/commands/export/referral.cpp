// SPDX-License-Identifier: MIT
#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/referrals/letters.hpp>

namespace praxis {
namespace {

struct Args : RecordOutput {
    std::string referral;
};

void options(Options<Args>& options) {
    options.argument(&Args::referral, "REFERRAL", "the referral's number, such as R-0001");
    declare_record_output(options, referrals::complete_letter_format);
}

Result run(Session& session, const Args& args) {
    if (!args.is_file()) {
        throw UsageError("no format is given", "name a file: -o letter.pdf; or give --as FORMAT");
    }
    return session.get<referrals::Letters>().write(session, args, args.referral);
}

} // namespace

CommandSpec export_referral_command() {
    return command<Args>({
        .summary = "write a referral's letter to a file",
        .details =
            "The file is the same as that of `praxis referral letter -o`. The format eml is an "
            "e-mail with the letter as an encrypted PDF. Your mail program opens it as a draft, "
            "and "
            "you send it.",
        .examples =
            {"praxis export referral R-0001 -o letter.pdf",
             "praxis export referral R-0001 -o letter.eml",
             "praxis export referral R-0001 --as fhir -o letter.json --recipient \"Spine Clinic\" "
             "--purpose treatment"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
