// SPDX-License-Identifier: MIT
#include "screen/screen_view.hpp"

#include "screen/warning.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

/// The positive answers, then what the record adds to them.
std::vector<std::string> positives(const Screen& screen, bool with_private) {
    auto texts = labels_of(screen, Answer::yes, with_private);
    for (const auto& finding : screen.findings) {
        if (finding.from_record && finding.counts && (with_private || !finding.is_private)) {
            texts.push_back(finding.label);
        }
    }
    return texts;
}

/// Whether there is a flag. Nothing is said of questions without an answer.
std::string result_text(const std::vector<std::string>& yes, std::size_t no, std::size_t unknown) {
    if (!yes.empty()) {
        return "Positive: " + join(yes, ", ") + ".";
    }
    if (unknown == 0) {
        return "No red flag.";
    }
    return std::to_string(unknown) + " of " + std::to_string(no + unknown) +
           " questions are not answered" + (no == 0 ? "." : "; no red flag among the others.");
}

Grid answers_grid(const Screen& screen) {
    Grid grid{"", {{"Question"}, {"Answer"}, {"Detail"}}, {}};
    for (const auto& each : screen.answers) {
        grid.rows.push_back(
            {each.ask,
             each.answer == Answer::unknown ? "not known" : std::string{answer_id(each.answer)},
             each.detail}
        );
    }
    return grid;
}

std::vector<std::string> citations_of(const Screen& screen) {
    std::vector<std::string> citations;
    for (const auto& finding : screen.findings) {
        for (const auto& citation : finding.citations) {
            if (std::find(citations.begin(), citations.end(), citation) == citations.end()) {
                citations.push_back(citation);
            }
        }
    }
    return citations;
}

Document screen_document(const ScreenBook& book, const Screen& screen, const std::string& title) {
    Document document;
    document.add(Heading{1, title});
    Facts facts{
        {{"Screened", screen.on.iso() + " by " + screen.author_name},
         {"Answers", counts_text(screen)}}};
    if (!screen.remark.empty()) {
        facts.items.emplace_back("Remark", screen.remark);
    }
    document.add(std::move(facts));
    for (auto& advice : advice_of(book, screen)) {
        const bool is_warning = !book.facts(advice.action).treat;
        document.add(Paragraph{advice.headline, is_warning ? Tone::warning : Tone::normal});
        document.add(Bullets{std::move(advice.steps), true});
        for (const auto& conflict : advice.conflicts) {
            document.add(Paragraph{conflict, Tone::small});
        }
    }
    if (screen.urgency) {
        document.add(Paragraph{book.caution, Tone::remark});
    }
    if (const auto noted = noted_flags(screen); !noted.empty()) {
        document.add(Paragraph{noted, Tone::small});
    }
    document.add(answers_grid(screen));
    if (auto citations = citations_of(screen); !citations.empty()) {
        document.add(Paragraph{"Sources:", Tone::small});
        document.add(Bullets{std::move(citations)});
    }
    return document;
}

} // namespace

std::vector<Block> screen_blocks(const Screen& screen, bool with_private) {
    const auto yes = positives(screen, with_private);
    const auto no = labels_of(screen, Answer::no, with_private);
    const auto unknown = labels_of(screen, Answer::unknown, with_private);
    std::vector<Block> blocks;
    blocks.emplace_back(Paragraph{
        "Asked on " + screen.on.iso() + " by " + screen.author_name + ". " +
            result_text(yes, no.size(), unknown.size()),
        // the reader of a letter must see it
        !yes.empty() && !with_private ? Tone::warning : Tone::normal});
    if (!no.empty()) {
        blocks.emplace_back(Paragraph{"Negative: " + join(no, ", ") + "."});
    }
    if (!unknown.empty()) {
        blocks.emplace_back(Paragraph{"Not known: " + join(unknown, ", ") + "."});
    }
    if (!screen.remark.empty() && with_private) {
        blocks.emplace_back(Paragraph{"Remark: " + screen.remark});
    }
    return blocks;
}

Grid screens_grid(const std::vector<Screen>& screens) {
    Grid grid{"", {{"Screen"}, {"Asked on"}, {"By"}, {"Answers"}, {"Flags"}}, {}};
    for (const auto& screen : screens) {
        grid.rows.push_back(
            {screen.id.str(),
             screen.on.iso(),
             screen.author_name,
             counts_text(screen),
             join(findings_in_words(screen), ", ")}
        );
    }
    return grid;
}

View screen_view(const ScreenBook& book, const Screen& screen, const std::string& title) {
    return View{
        .data = [screen] { return screen_value(screen); },
        .document = [book, screen, title] { return screen_document(book, screen, title); }};
}

} // namespace praxis::safety
