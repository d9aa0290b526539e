// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>

#include <memory>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
}

Value gaps_value(const std::vector<Gap>& gaps) {
    Value::Array list;
    for (const auto& gap : gaps) {
        list.emplace_back(Value::Object{{"what", gap.what}, {"fix", gap.fix}});
    }
    return list;
}

void add_gaps(Document& document, const std::vector<Gap>& gaps) {
    if (gaps.empty()) {
        return;
    }
    document.add(PageBreak{});
    document.add(Heading{1, "Still missing (not part of the letter)"});
    Bullets bullets;
    for (const auto& gap : gaps) {
        bullets.items.push_back(gap.what + "\n" + gap.fix);
    }
    document.add(std::move(bullets));
}

Value data_of(const Referral& referral, const WrittenLetter& letter) {
    return Value::Object{
        {"id", referral.id.str()},
        {"state", referral.state},
        {"complete", letter.gaps.empty()},
        {"gaps", gaps_value(letter.gaps)},
        {"letter", value_from_document(letter.document)}};
}

Result run(Session& session, const Args& args) {
    const auto referral = get_referral(session, args.referral);
    const auto letter = std::make_shared<const WrittenLetter>(current_letter(session, referral));
    return View{
        [referral, letter] { return data_of(referral, *letter); },
        [letter] {
            auto document = letter->document;
            add_gaps(document, letter->gaps);
            return document;
        }};
}

} // namespace

CommandSpec referral_preview_command() {
    return command<Args>({
        .summary = "show the letter as it would be sent, and what is still missing",
        .examples = {"praxis referral preview R-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
