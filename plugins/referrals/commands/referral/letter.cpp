// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>
#include <praxis/renderer.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
    std::optional<std::string> output;
    std::optional<std::string> as;
    std::optional<std::string> paper;
    bool force = false;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
    given.option(&Args::output, "output", "FILE", "the file to write; - is stdout").letter('o');
    given.option(&Args::as, "as", "FORMAT", "default: from the ending of the file name")
        .completed_by(complete_document_format);
    given
        .option(
            &Args::paper, "paper", "SIZE", "default: the setting paper, or that of your country"
        )
        .choices({"a4", "letter"});
    given.flag(&Args::force, "force", "replace FILE if it exists");
}

std::string choose_format(const Args& args) {
    if (args.as) {
        return *args.as;
    }
    if (!args.output || *args.output == "-") {
        return "txt";
    }
    const auto ending = format_of_file(*args.output);
    if (ending.empty()) {
        throw UsageError(
            "no format is given, and the file's name has no ending",
            "give --as FORMAT; praxis export formats lists them"
        );
    }
    return ending;
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
    if (!args.output && !args.as) {
        const auto shown = std::make_shared<const WrittenLetter>(std::move(letter));
        return View{
            [referral, shown] {
                auto data = head_of(referral, *shown);
                data["letter"] = value_from_document(shown->document);
                return data;
            },
            [shown] { return shown->document; }};
    }
    const auto format = choose_format(args);
    const auto paper = choose_paper(session, args.paper);
    if (!args.output) {
        require_text_format(get_renderer(session, format), "letter");
    }
    auto data = head_of(referral, letter);
    data["format"] = format;
    return File{
        render_document(session, letter.document, format, paper),
        args.output.value_or("-"),
        args.force,
        std::move(data)};
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
