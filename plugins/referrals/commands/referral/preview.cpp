// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"
#include "letter/letter_diff.hpp"
#include "letter/letter_json.hpp"
#include "letter/letter_queries.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>
#include <praxis/error.hpp>

#include <memory>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
    bool diff = false;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral")
        .flag(
            &Args::diff, "diff", "only what differs from the client's last letter to the receiver"
        );
}

Value gaps_value(const std::vector<Gap>& gaps) {
    Value::Array list;
    for (const auto& gap : gaps) {
        list.emplace_back(Value::Object{{"what", gap.what}, {"fix", gap.fix}});
    }
    return list;
}

void add_gaps(Document& document, const std::string& title, const std::vector<Gap>& gaps) {
    if (gaps.empty()) {
        return;
    }
    document.add(Heading{1, title});
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
        {"remarks", gaps_value(letter.remarks)},
        {"letter", value_from_document(letter.document)}};
}

/// The letter, then behind a page break what is not part of it.
Document document_of(const WrittenLetter& letter) {
    auto document = letter.document;
    if (!letter.gaps.empty() || !letter.remarks.empty()) {
        document.add(PageBreak{});
    }
    add_gaps(document, "Still missing (not part of the letter)", letter.gaps);
    add_gaps(document, "Before you send it (not part of the letter)", letter.remarks);
    return document;
}

Value changes_value(const std::vector<LetterChange>& changes) {
    Value::Array list;
    for (const auto& change : changes) {
        list.emplace_back(Value::Object{
            {"section", change.section},
            {"change", change.is_new ? "added" : "removed"},
            {"text", change.text}});
    }
    return list;
}

/// Below each heading the lines of before with a minus, then the new ones with a plus.
Document document_of(
    const Referral& referral, const SentLetter& last, const std::vector<LetterChange>& changes
) {
    Document document;
    document.title = "Changes in the letter " + referral.id.str();
    document.subtitle = "Compared with the letter " + last.referral.str() + ", sent on " +
                        last.sent_on.iso() + " to " + last.recipient;
    std::string section;
    Bullets lines;
    const auto end_section = [&] {
        if (!lines.items.empty()) {
            document.add(Heading{2, section});
            document.add(std::exchange(lines, {}));
        }
    };
    for (const auto& change : changes) {
        if (change.section != section) {
            end_section();
            section = change.section;
        }
        lines.items.push_back((change.is_new ? "now: " : "before: ") + change.text);
    }
    end_section();
    if (changes.empty()) {
        document.add(Paragraph{"Nothing differs."});
    }
    return document;
}

Result compare(Session& session, const Referral& referral, const WrittenLetter& letter) {
    const auto last = find_last_letter(session.db(), referral);
    if (!last) {
        throw NotFound(
            "no other letter about " + referral.client.str() + " was sent to this receiver",
            "praxis referral preview " + referral.id.str()
        );
    }
    const auto before = letter_from_json(last->content).document;
    auto changes = compare_letters(before, letter.document);
    return View{
        [referral, last, changes] {
            return Value::Object{
                {"id", referral.id.str()},
                {"compared_with", last->referral.str()},
                {"changes", changes_value(changes)}};
        },
        [referral, last, changes] { return document_of(referral, *last, changes); }};
}

Result run(Session& session, const Args& args) {
    const auto referral = get_referral(session, args.referral);
    const auto letter = std::make_shared<const WrittenLetter>(current_letter(session, referral));
    if (args.diff) {
        return compare(session, referral, *letter);
    }
    return View{
        [referral, letter] { return data_of(referral, *letter); },
        [letter] { return document_of(*letter); }};
}

} // namespace

CommandSpec referral_preview_command() {
    return command<Args>({
        .summary = "show the letter as it would be sent, and what is still missing",
        .examples = {"praxis referral preview R-0001", "praxis referral preview R-0002 --diff"},
        .exits = {{Exit::not_found, "with --diff: no letter was sent to this receiver before"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
