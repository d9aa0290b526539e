// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include "letter/letter_json.hpp"

#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

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

const std::vector<std::string> formats{"pdf", "html", "md", "txt"};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
    given.option(&Args::output, "output", "FILE", "output file; - is standard output").letter('o');
    given.option(&Args::as, "as", "FORMAT", "default: from the ending of the file name")
        .choices(formats);
    given.option(&Args::paper, "paper", "SIZE", "default: the setting `paper`")
        .choices({"a4", "letter"});
    given.flag(&Args::force, "force", "overwrite an existing file");
}

std::string format_of(const Args& args) {
    if (args.as) {
        return *args.as;
    }
    if (!args.output || *args.output == "-") {
        return "txt";
    }
    const auto dot = args.output->rfind('.');
    const auto ending =
        dot == std::string::npos ? std::string{} : fold(args.output->substr(dot + 1));
    if (std::find(formats.begin(), formats.end(), ending) == formats.end()) {
        throw UsageError(
            "the ending of the file name is not a format for letters",
            "give --as pdf, html, md or txt"
        );
    }
    return ending;
}

Result run(Session& session, const Args& args) {
    const auto referral = get_referral(session, args.referral);
    auto letter = current_letter(session, referral);
    Value data = Value::Object{
        {"id", referral.id.str()},
        {"state", referral.state},
        {"draft", !letter.document.watermark.empty()}};
    if (!args.output && !args.as) {
        data["letter"] = document_to_value(letter.document);
        return View{std::move(data), std::move(letter.document)};
    }
    const auto format = format_of(args);
    const auto paper = !args.paper               ? configured_paper(session)
                       : *args.paper == "letter" ? Paper::letter
                                                 : Paper::a4;
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
