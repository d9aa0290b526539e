// SPDX-License-Identifier: MIT
#include "screen/screen_check.hpp"

#include "screen/screen_queries.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::safety {

namespace {

using FlagsById = std::map<std::string, OpenFlag>;

void update_flags(FlagsById& flags, const ScreenBook& book, const Screen& screen) {
    for (const auto& answer : screen.answers) {
        if (answer.answer == Answer::no) {
            flags.erase(answer.id);
        }
    }
    for (const auto& finding : screen.findings) {
        if (finding.counts && !book.facts(finding.action).treat) {
            flags[finding.id] = {.screen = screen.id, .on = screen.on, .finding = finding};
        }
    }
}

std::string found_text(const OpenFlag& flag) {
    const auto& detail = flag.finding.detail;
    return flag.screen.str() + ": " + flag.finding.label +
           (detail.empty() ? "" : " (" + detail + ")");
}

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
               client.str(),
        .rule = "screen/" + finding.id,
        .sources = std::move(sources),
        .citations = finding.citations,
        .reviewed = false,
        .gates = finding.action == Action::emergency};
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

std::vector<OpenFlag>
open_flags(Session& session, const ScreenBook& book, ClientId client, Date on) {
    if (!has_urgent_screen(session.db(), client, on)) {
        return {};
    }
    auto screens = screens_of(session.db(), client);
    std::reverse(screens.begin(), screens.end()); // the oldest first
    FlagsById flags;
    for (const auto& screen : screens) {
        if (screen.on <= on) {
            update_flags(flags, book, screen);
        }
    }
    std::vector<OpenFlag> open;
    for (auto& [id, flag] : flags) {
        open.push_back(std::move(flag));
    }
    std::stable_sort(open.begin(), open.end(), [](const OpenFlag& left, const OpenFlag& right) {
        return left.finding.action > right.finding.action;
    });
    return open;
}

Check screen_check() {
    return {.name = "screen", .look = find_concerns};
}

} // namespace praxis::safety
