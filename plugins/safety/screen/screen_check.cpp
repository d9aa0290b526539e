// SPDX-License-Identifier: MIT
#include "screen/screen_check.hpp"

#include "screen/screen_queries.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace praxis::safety {

namespace {

/// What `screen` says of the flag of an earlier one. A screen for another complaint asked about
/// that complaint alone, and answers that are not known lift nothing.
bool lifts(const Screen& screen, const OpenFlag& flag) {
    if (screen.complaint && screen.complaint != flag.complaint) {
        return false;
    }
    const auto& id = flag.finding.id;
    const auto of_flag = [&id](const auto& one) { return one.id == id; };
    const auto found = std::find_if(screen.findings.begin(), screen.findings.end(), of_flag);
    if (found != screen.findings.end()) {
        return !found->counts && count_answers(screen, Answer::unknown) == 0;
    }
    if (flag.finding.from_record) {
        return count_answers(screen, Answer::unknown) == 0; // it may depend on an answer
    }
    const auto answer = std::find_if(screen.answers.begin(), screen.answers.end(), of_flag);
    return answer != screen.answers.end() && answer->answer == Answer::no;
}

/// One flag for each id and complaint: the newest.
void update_flags(std::vector<OpenFlag>& flags, const ScreenBook& book, const Screen& screen) {
    std::erase_if(flags, [&screen](const OpenFlag& flag) { return lifts(screen, flag); });
    for (const auto& finding : screen.findings) {
        if (!finding.counts || book.facts(finding.action).treat) {
            continue;
        }
        std::erase_if(flags, [&](const OpenFlag& flag) {
            return flag.finding.id == finding.id && flag.complaint == screen.complaint;
        });
        flags.push_back(
            {.screen = screen.id,
             .on = screen.on,
             .complaint = screen.complaint,
             .finding = finding}
        );
    }
}

std::string found_text(const OpenFlag& flag) {
    const auto& detail = flag.finding.detail;
    return flag.screen.str() + ": " + flag.finding.label +
           (detail.empty() ? "" : " (" + detail + ")");
}

std::vector<Concern> find_concerns(Session& session, const Question& question) {
    if (!has_urgent_screen(session.db(), question.client, question.on)) {
        return {}; // without reading the questions
    }
    const auto book = load_screen_book(session);
    std::vector<Concern> concerns;
    for (const auto& flag : open_flags(session, book, question.client, question.on)) {
        concerns.push_back(concern_of(book, flag, question.client));
    }
    return concerns;
}

} // namespace

Concern concern_of(const ScreenBook& book, const OpenFlag& flag, ClientId client) {
    const auto& finding = flag.finding;
    std::vector<std::string> sources;
    for (const auto& citation : finding.citations) {
        sources.push_back(citation.substr(0, citation.find(':')));
    }
    return {
        .weight = Weight::stop,
        .technique = "",
        .found = found_text(flag),
        .basis = {flag.screen.str() + ": " + finding.id},
        .why = "red flag, " + book.facts(finding.action).name +
               ": no treatment until a doctor has examined the client. Then ask again: praxis "
               "screen record " +
               client.str() +
               (flag.complaint ? " --complaint " + flag.complaint->str() : std::string{}),
        .rule = "screen/" + finding.id,
        .sources = std::move(sources),
        .citations = finding.citations,
        .reviewed = false,
        .gates = finding.action == Action::emergency};
}

std::vector<OpenFlag>
open_flags(Session& session, const ScreenBook& book, ClientId client, Date on) {
    if (!has_urgent_screen(session.db(), client, on)) {
        return {};
    }
    auto screens = screens_of(session.db(), client);
    std::reverse(screens.begin(), screens.end()); // the oldest first
    std::vector<OpenFlag> open;
    for (const auto& screen : screens) {
        if (screen.on <= on) {
            update_flags(open, book, screen);
        }
    }
    std::stable_sort(open.begin(), open.end(), [](const OpenFlag& left, const OpenFlag& right) {
        return left.finding.action > right.finding.action;
    });
    return open;
}

Check screen_check() {
    return {.name = std::string{screen_check_name}, .look = find_concerns};
}

} // namespace praxis::safety
