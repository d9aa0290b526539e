// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>

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

Result run(Session& session, const Args& args) {
    const auto referral = get_referral(session, args.referral);
    auto letter = current_letter(session, referral);
    Value data = Value::Object{
        {"id", referral.id.str()},
        {"state", referral.state},
        {"complete", letter.gaps.empty()},
        {"gaps", gaps_value(letter.gaps)},
        {"letter", value_from_document(letter.document)}};
    add_gaps(letter.document, letter.gaps);
    return View{std::move(data), std::move(letter.document)};
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
