// SPDX-License-Identifier: MIT
#include "screen/brief.hpp"

#include "check_view.hpp"
#include "checking.hpp"
#include "screen/brief_queries.hpp"
#include "screen/circumstances.hpp"
#include "screen/due.hpp"
#include "screen/screen_check.hpp"
#include "screen/screen_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

constexpr int usual_sessions = 5; // the newest ones tell what a client usually gets
constexpr int rank_of_stop = 100;
constexpr int rank_of_flag = 105;
constexpr int rank_of_caution = 110;
constexpr int rank_of_question = 700;
constexpr int rank_of_offer = 800;
constexpr int rank_of_due = 900;

std::vector<Work> usual_work(Session& session, ClientId client) {
    auto techniques = usual_techniques(session.db(), client, usual_sessions);
    if (techniques.empty()) {
        techniques = session.get<soap::Reasons>().techniques(session);
    }
    std::vector<Work> work;
    work.reserve(techniques.size());
    for (auto& technique : techniques) {
        work.push_back({.technique = std::move(technique)});
    }
    return work;
}

/// "deep-tissue, trigger-point: impaired blood clotting (medication: Warfarin)"
std::string group_text(const ConcernGroup& group, std::size_t planned) {
    const auto& concern = group.first.concern;
    const bool is_all = group.techniques.empty() || group.techniques.size() == planned;
    auto text = is_all ? concern.why : join(group.techniques, ", ") + ": " + concern.why;
    return concern.found.empty() ? text : text + " (" + concern.found + ")";
}

/// The first finding of the kind, and how many more there are.
void add_line(
    std::vector<BriefLine>& lines,
    const std::vector<ConcernGroup>& groups,
    std::size_t planned,
    ClientId client,
    BriefLine line
) {
    if (groups.empty()) {
        return;
    }
    line.text = group_text(groups.front(), planned);
    if (groups.size() > 1) {
        line.text += "; and " + std::to_string(groups.size() - 1) + " more: praxis safety check " +
                     client.str();
    }
    lines.push_back(std::move(line));
}

/// Adds "consent to treatment" of "consent to treatment: none on record". Allergies have a line of
/// their own.
void add_missing(std::vector<std::string>& missing, const Concern& concern) {
    const auto& why = concern.why;
    auto entry = why.substr(0, std::min(why.find(':'), why.find(" are not")));
    if (entry != "allergies") {
        missing.push_back(std::move(entry));
    }
}

struct SortedGroups {
    std::vector<ConcernGroup> stops;
    std::vector<ConcernGroup> cautions;
    std::vector<ConcernGroup> questions;
    std::vector<std::string> missing; // entries of the record
};

SortedGroups sort_groups(std::vector<ConcernGroup> groups) {
    SortedGroups sorted;
    for (auto& group : groups) {
        const auto& concern = group.first.concern;
        const bool is_question =
            concern.weight == Weight::not_asked || concern.weight == Weight::no_consent;
        if (is_question && concern.rule.empty()) {
            add_missing(sorted.missing, concern);
        } else if (is_question) {
            sorted.questions.push_back(std::move(group));
        } else if (concern.weight == Weight::stop && !group.first.overridden) {
            sorted.stops.push_back(std::move(group));
        } else {
            sorted.cautions.push_back(std::move(group));
        }
    }
    return sorted;
}

std::vector<BriefLine> check_lines(Session& session, ClientId client) {
    const auto work = usual_work(session, client);
    const auto planned = work.size();
    auto result = run_checks(session, {.client = client, .work = work, .on = session.today()});
    // The screen has lines of its own.
    std::erase_if(result.concerns, [](const CheckedConcern& each) {
        return each.concern.rule.starts_with("screen/");
    });
    const auto sorted = sort_groups(group_concerns(result.concerns));
    std::vector<BriefLine> lines;
    add_line(lines, sorted.stops, planned, client, {rank_of_stop, "STOP", ""});
    add_line(lines, sorted.cautions, planned, client, {rank_of_caution, "CAUTION", ""});
    if (!sorted.missing.empty()) {
        lines.push_back({rank_of_question, "Ask", "not on record: " + join(sorted.missing, ", ")});
    } else {
        add_line(lines, sorted.questions, planned, client, {rank_of_question, "Ask", ""});
    }
    return lines;
}

/// Flags that stop work until they are answered no, otherwise those of the newest screen.
void add_flags(
    std::vector<BriefLine>& lines,
    const ScreenBook& book,
    const std::vector<OpenFlag>& open,
    const std::optional<Screen>& newest
) {
    if (!open.empty()) {
        std::vector<std::string> labels;
        labels.reserve(open.size());
        for (const auto& flag : open) {
            labels.push_back(flag.finding.label);
        }
        const auto& worst = open.front();
        lines.push_back(
            {rank_of_stop,
             "STOP",
             book.facts(worst.finding.action).name + ", " + worst.screen.str() + " of " +
                 worst.on.iso() + ": " + join(labels, ", ")}
        );
    } else if (newest && newest->urgency) {
        lines.push_back(
            {rank_of_flag,
             "Red flag",
             book.facts(*newest->urgency).name + ", " + newest->id.str() + " of " +
                 newest->on.iso() + ": " + join(findings_in_words(*newest), ", ")}
        );
    }
}

/// What is on record since the newest screen, or without one: an injury.
void add_offers(
    std::vector<BriefLine>& lines,
    Session& session,
    const ScreenBook& book,
    const std::optional<Screen>& screen,
    ClientId id
) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, id);
    const auto circumstances = gather_circumstances(
        session, book, client, directory.open_complaints(session, id), session.today()
    );
    for (const auto& finding : find_flags(book, {}, circumstances)) {
        const bool is_known =
            screen && std::any_of(
                          screen->findings.begin(),
                          screen->findings.end(),
                          [&finding](const Finding& each) { return each.id == finding.id; }
                      );
        if (finding.counts && !is_known) {
            lines.push_back(
                {rank_of_offer,
                 "Offer",
                 "a referral: " + finding.label +
                     (finding.because.empty() ? "" : " (" + finding.because + ")")}
            );
        }
    }
}

std::vector<BriefLine> screen_lines(Session& session, ClientId client) {
    const auto book = load_screen_book(session);
    const auto screen = newest_screen(session.db(), client, session.today());
    std::vector<BriefLine> lines;
    add_flags(lines, book, open_flags(session, book, client, session.today()), screen);
    if (const auto due = due_screen(session, book.due, client)) {
        lines.push_back(
            {rank_of_due,
             "Today",
             "praxis screen record " + client.str() + " (" + due->reason + ")"}
        );
    }
    add_offers(lines, session, book, screen, client);
    return lines;
}

} // namespace

BriefSource checks_brief() {
    return {.name = "checks", .lines = check_lines};
}

BriefSource screen_brief() {
    return {.name = "screen", .lines = screen_lines};
}

} // namespace praxis::safety
