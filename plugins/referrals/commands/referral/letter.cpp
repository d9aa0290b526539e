// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>
#include <praxis/document_output.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace referrals;

struct Args : DocumentOutput {
    std::string referral;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
    declare_document_output(given);
}

Value head_of(const Referral& referral, const WrittenLetter& letter) {
    return Value::Object{
        {"id", referral.id.str()},
        {"state", referral.state},
        {"draft", !letter.document.watermark.empty()}};
}

Result run(Session& session, const Args& args) {
    const auto referral = get_referral(session, args.referral);
    auto letter = current_letter(session, referral);
    if (!args.is_file()) {
        const auto shown = std::make_shared<const WrittenLetter>(std::move(letter));
        return View{
            [referral, shown] {
                auto data = head_of(referral, *shown);
                data["letter"] = value_from_document(shown->document);
                return data;
            },
            [shown] { return shown->document; }};
    }
    const auto format = choose_document_format(session, args, "letter");
    return write_document(session, args, format, letter.document, head_of(referral, letter));
}

} // namespace

CommandSpec referral_letter_command() {
    return command<Args>({
        .summary = "show the letter, or write it to a file",
        .details =
            "A sent letter appears exactly as it was sent. Before that, the letter appears as "
            "praxis would write it today, with DRAFT across every page.",
        .examples =
            {"praxis referral letter R-0001 -o letter.pdf",
             "praxis referral letter R-0001 --as html -o - > letter.html"},
        .exits = {{Exit::refused, "the output file already exists"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
