// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include "letter/letter_file.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>
#include <praxis/document_output.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace referrals;

struct Args : RecordOutput {
    std::string referral;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
    declare_record_output(given, complete_letter_format);
}

Value head_of(const Referral& referral, const WrittenLetter& letter) {
    return Value::Object{
        {"id", referral.id.str()},
        {"state", referral.state},
        {"draft", !letter.document.watermark.empty()}};
}

View shown(const Referral& referral, WrittenLetter written) {
    const auto letter = std::make_shared<const WrittenLetter>(std::move(written));
    return {
        [referral, letter] {
            auto data = head_of(referral, *letter);
            data["letter"] = value_from_document(letter->document);
            return data;
        },
        [letter] { return letter->document; }};
}

Result run(Session& session, const Args& args) {
    const auto referral = get_referral(session, args.referral);
    check_record_output(args);
    check_is_for_file(args);
    if (!args.is_file()) {
        return shown(referral, current_letter(session, referral));
    }
    return write_letter_file(session, args, referral);
}

} // namespace

CommandSpec referral_letter_command() {
    return command<Args>({
        .summary = "show the letter, or write it to a file",
        .details =
            "A sent letter appears exactly as it was sent, in every format. Before that, it "
            "appears as praxis would write it today, with DRAFT across every page. Each file is a "
            "line of the disclosure ledger.",
        .examples =
            {"praxis referral letter R-0001 -o letter.pdf",
             "praxis referral letter R-0001 -o letter.pdf --protect --recipient \"Spine Clinic\"",
             "praxis referral letter R-0001 -o letter.eml",
             "praxis referral letter R-0001 --as html -o - > letter.html"},
        .exits = {{Exit::refused, "the output file already exists"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
