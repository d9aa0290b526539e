// SPDX-License-Identifier: MIT
#include "screen/brief.hpp"

#include "check_view.hpp"
#include "checking.hpp"
#include "screen/checked_flags.hpp"
#include "screen/circumstances.hpp"
#include "screen/due.hpp"
#include "screen/left_out.hpp"
#include "screen/screen_queries.hpp"
#include "usual_work.hpp"

#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::safety {

namespace {

constexpr int rank_of_stop = 100;
constexpr int rank_of_flag = 105;
constexpr int rank_of_override = 107;
constexpr int rank_of_caution = 110;
constexpr int rank_of_question = 700;
constexpr int rank_of_offer = 800;
constexpr int rank_of_due = 900;

/// "deep-tissue, trigger-point: impaired blood clotting (medication: Warfarin)"
std::string group_text(const ConcernGroup& group, std::size_t planned) {
    const auto& concern = group.first.concern;
    const bool is_all = group.techniques.empty() || group.techniques.size() == planned;
    auto text = is_all ? concern.why : join(group.techniques, ", ") + ": " + concern.why;
    text += concern.found.empty() ? "" : " (" + concern.found + ")";
    if (const auto& made = group.first.overridden) {
        text += "; overridden " + describe_override(*made);
    } else if (const auto& before = group.first.outdated) {
        text += "; new findings since the override of " + before->made.civil().date.iso();
    }
    return text;
}

/// The first finding of the kind, and how many more there are.
/// overridden  further ones that are overridden
void add_line(
    std::vector<BriefLine>& lines,
    const std::vector<ConcernGroup>& groups,
    std::size_t planned,
    ClientId client,
    BriefLine line,
    std::size_t overridden = 0
) {
    if (groups.empty()) {
        return;
    }
    line.text = group_text(groups.front(), planned);
    std::vector<std::string> others;
    if (groups.size() > 1) {
        others.push_back("and " + std::to_string(groups.size() - 1) + " more");
    }
    if (overridden > 0) {
        others.push_back(std::to_string(overridden) + " overridden");
    }
    if (!others.empty()) {
        line.text += "; " + join(others, ", ") + ": praxis safety check " + client.str();
    }
    lines.push_back(std::move(line));
}

/// Adds "consent to treatment" of "consent to treatment: none on record". Allergies have a line of
/// their own.
void add_missing(std::vector<std::string>& missing, const Concern& concern) {
    const auto& why = concern.why;
    auto entry =
        why.substr(0, std::min({why.find(':'), why.find(" are not"), why.find(" is not")}));
    if (entry != "allergies") {
        missing.push_back(std::move(entry));
    }
}

struct SortedGroups {
    std::vector<ConcernGroup> stops;
    std::vector<ConcernGroup> overridden; // stops
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
        } else if (concern.weight == Weight::stop) {
            (group.first.overridden ? sorted.overridden : sorted.stops).push_back(std::move(group));
        } else {
            sorted.cautions.push_back(std::move(group));
        }
    }
    return sorted;
}

std::vector<BriefLine> check_lines(Session& session, ClientId client) {
    const auto work = usual_work(session, client);
    const auto planned = work.size();
    const auto result = run_checks(
        session,
        {.client = client, .work = work, .on = session.today()},
        screen_check_name // it has lines of its own
    );
    if (!result.unavailable.empty()) {
        report_unavailable(session, result.unavailable);
        session.end_with(Exit::plugin);
    }
    const auto sorted = sort_groups(group_concerns(result.concerns));
    std::vector<BriefLine> lines;
    if (sorted.stops.empty()) { // praxis shows three lines of a source
        add_line(lines, sorted.overridden, planned, client, {rank_of_override, "Overridden", ""});
    }
    const auto others = sorted.overridden.size();
    add_line(lines, sorted.stops, planned, client, {rank_of_stop, "STOP", ""}, others);
    add_line(lines, sorted.cautions, planned, client, {rank_of_caution, "CAUTION", ""});
    if (!sorted.missing.empty()) {
        lines.push_back({rank_of_question, "Ask", "not on record: " + join(sorted.missing, ", ")});
    } else {
        add_line(lines, sorted.questions, planned, client, {rank_of_question, "Ask", ""});
    }
    return lines;
}

/// "emergency, SC-0001 of 2026-11-20: "
std::string source_of(const ScreenBook& book, const OpenFlag& flag) {
    return book.facts(flag.finding.action).name + ", " + flag.screen.str() + " of " +
           flag.on.iso() + ": ";
}

std::string label_of(const CheckedFlag& checked) {
    const auto made = checked.override_text();
    return checked.flag.finding.label + (made.empty() ? "" : " (" + made + ")");
}

/// A stop while the user has not overridden all flags for the usual work.
BriefLine line_of(const ScreenBook& book, const std::vector<CheckedFlag>& flags) {
    std::vector<std::string> labels;
    labels.reserve(flags.size());
    std::transform(flags.begin(), flags.end(), std::back_inserter(labels), label_of);
    const auto open = std::find_if(flags.begin(), flags.end(), [](const CheckedFlag& each) {
        return !each.is_overridden();
    });
    const bool stops = open != flags.end();
    return {
        stops ? rank_of_stop : rank_of_override,
        stops ? "STOP" : "Overridden",
        source_of(book, stops ? open->flag : flags.front().flag) + join(labels, ", ")};
}

/// Flags that stop work until they are answered no, otherwise those of the newest screen.
void add_flags(
    std::vector<BriefLine>& lines,
    const ScreenBook& book,
    const std::vector<CheckedFlag>& open,
    const std::optional<Screen>& newest
) {
    if (!open.empty()) {
        lines.push_back(line_of(book, open));
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
    LeftOut left_out;
    const auto book = load_readable_screen_book(session, left_out);
    const auto screen = newest_screen(session.db(), client, session.today());
    std::vector<BriefLine> lines;
    add_flags(lines, book, check_open_flags(session, book, client, session.today()), screen);
    if (const auto due = due_screen(session, book.due, client)) {
        lines.push_back(
            {rank_of_due,
             "Today",
             "praxis screen record " + client.str() + " (" + due->reason + ")"}
        );
    }
    left_out.guard([&] { add_offers(lines, session, book, screen, client); });
    left_out.report(session);
    return lines;
}

/// What the other plugins know of the client is shown even if a rule cannot be read.
std::vector<BriefLine> check_lines_or_warning(Session& session, ClientId client) {
    LeftOut left_out;
    std::vector<BriefLine> lines{
        {rank_of_stop, "NO CHECK", "a file cannot be read: praxis safety check " + client.str()}};
    left_out.guard([&] { lines = check_lines(session, client); });
    left_out.report(session);
    return lines;
}

} // namespace

BriefSource checks_brief() {
    return {.name = "checks", .lines = check_lines_or_warning};
}

BriefSource screen_brief() {
    return {.name = "screen", .lines = screen_lines};
}

} // namespace praxis::safety
