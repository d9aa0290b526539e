// SPDX-License-Identifier: MIT
#include "homecare/limits.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace praxis::plans::home {

using clients::ConceptState;

namespace {

bool shares(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::any_of(left.begin(), left.end(), [&right](const auto& word) {
        return holds(right, word);
    });
}

bool overlap(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::any_of(left.begin(), left.end(), [&right](const auto& one) {
        return std::any_of(right.begin(), right.end(), [&one](const auto& other) {
            return region_holds(one, other) || region_holds(other, one);
        });
    });
}

bool concerns(const Limit& limit, const Item& item, const std::vector<std::string>& areas) {
    return can_concern(limit, item) && (limit.areas.empty() || overlap(limit.areas, areas));
}

/// What the record has of a limit.
struct Match {
    std::vector<std::string> found;
    std::vector<std::string> substances; // the texts alone
    ConceptState state = ConceptState::denied;
};

/// A condition that is over counts as past, whatever its name says. The condition that a note of an
/// earlier day mentions may be over: praxis asks.
ConceptState state_in(const RecordText& text, const KnownConcept& known) {
    const bool may_be_over = text.of_earlier_day && text.list == "condition";
    const auto most = text.past     ? ConceptState::past
                      : may_be_over ? ConceptState::mentioned
                                    : ConceptState::present;
    return std::min(known.state, most);
}

/// "condition in the past: diabetic neuropathy".
std::string found_text(const RecordText& text, ConceptState state) {
    return (text.list == "product" ? "other products" : text.list) +
           (text.in_note ? " in the last note" : "") +
           (state == ConceptState::past ? " in the past" : "") + ": " + text.text;
}

bool is_in_weeks(const When& when, const std::optional<int>& weeks) {
    if (when.weeks_unknown) {
        return !weeks;
    }
    return (!when.weeks_from || (weeks && *weeks >= *when.weeks_from)) &&
           (!when.weeks_below || (weeks && *weeks < *when.weeks_below));
}

void match_texts(const When& when, const ClientFacts& facts, Match& match) {
    for (const auto& text : facts.texts) {
        if (!holds(when.in, text.list) || !is_in_weeks(when, text.weeks)) {
            continue;
        }
        for (const auto& known : text.concepts) {
            if (!shares(known.ids, when.concepts)) {
                continue;
            }
            const auto state = state_in(text, known);
            match.state = std::max(match.state, state);
            const auto line = found_text(text, state);
            if (state >= ConceptState::past && !holds(match.found, line)) {
                match.found.push_back(line);
                match.substances.push_back(text.text);
            }
        }
    }
}

void match_complaints(const When& when, const ClientFacts& facts, Match& match) {
    for (const auto& complaint : facts.complaints) {
        const bool cause = when.causes.empty() || shares(when.causes, complaint.causes);
        const bool recent =
            !when.onset_days_up_to || (complaint.days && *complaint.days <= *when.onset_days_up_to);
        if (cause && recent) {
            match.state = ConceptState::present;
            match.found.push_back(
                "complaint: " + (complaint.region.empty() ? "no region" : complaint.region) +
                (complaint.days ? ", began " + std::to_string(*complaint.days) + " days ago" : "")
            );
        }
    }
}

Match match_limit(const Limit& limit, const ClientFacts& facts) {
    Match match;
    for (const auto& when : limit.when) {
        if (when.concepts.empty()) {
            match_complaints(when, facts, match);
        } else {
            match_texts(when, facts, match);
        }
    }
    return match;
}

std::string reason_with(std::string reason, const Match& match) {
    constexpr std::string_view place = "{found}";
    if (const auto at = reason.find(place); at != std::string::npos) {
        reason.replace(at, place.size(), join(match.substances, ", "));
    }
    return reason;
}

/// The question before a reason that nothing present gives.
std::string question_of(ConceptState state) {
    return state == ConceptState::past ? "recorded as past: is that right? If not: "
                                       : "only mentioned: does the client have it? If so: ";
}

LimitFinding finding_of(const Limit& limit, std::vector<std::string> found) {
    return {
        .limit = limit.id,
        .verdict = limit.verdict,
        .reason = limit.reason,
        .found = std::move(found),
        .citations = limit.source.citations,
        .reviewed = limit.source.reviewed};
}

std::optional<LimitFinding> find_in_record(const Limit& limit, const ClientFacts& facts) {
    const auto match = match_limit(limit, facts);
    if (match.found.empty()) {
        return std::nullopt;
    }
    auto finding = finding_of(limit, match.found);
    finding.reason = reason_with(limit.reason, match);
    if (match.state < ConceptState::suspected) {
        finding.verdict = Verdict::ask;
        finding.reason = question_of(match.state) + finding.reason;
    }
    return finding;
}

bool looks_at_conditions(const Limit& limit) {
    return limit.verdict == Verdict::leave_out &&
           std::any_of(limit.when.begin(), limit.when.end(), [](const When& when) {
               return holds(when.in, "condition");
           });
}

LimitFinding not_asked() {
    return {
        .limit = "not-asked",
        .verdict = Verdict::leave_out,
        .reason = "the client was not asked about conditions yet",
        .found = {},
        .citations = {},
        .reviewed = true};
}

} // namespace

bool can_concern(const Limit& limit, const Item& item) {
    return limit.enabled &&
           (holds(limit.items, item.id) || holds(limit.categories, item.category) ||
            shares(limit.tags, item.tags) || shares(limit.tools, item.tools) ||
            shares(limit.tools, item.more_tools));
}

std::vector<LimitFinding> check_item(
    const Library& library,
    const ClientFacts& facts,
    const Item& item,
    const std::vector<std::string>& areas
) {
    const auto& places = areas.empty() ? item.areas : areas;
    std::vector<LimitFinding> findings;
    bool unknown = false;
    for (const auto& limit : library.limits) {
        if (!concerns(limit, item, places)) {
            continue;
        }
        unknown = unknown || (looks_at_conditions(limit) && holds(facts.not_asked, "conditions"));
        if (limit.always) {
            findings.push_back(finding_of(limit, {}));
        } else if (auto finding = find_in_record(limit, facts)) {
            findings.push_back(std::move(*finding));
        }
    }
    if (unknown) {
        findings.push_back(not_asked());
    }
    std::stable_sort(findings.begin(), findings.end(), [](const auto& left, const auto& right) {
        return left.verdict < right.verdict;
    });
    return findings;
}

bool is_left_out(const std::vector<LimitFinding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const LimitFinding& finding) {
        return finding.verdict == Verdict::leave_out;
    });
}

std::string finding_text(const LimitFinding& finding) {
    return finding.reason + (finding.found.empty() ? "" : " (" + join(finding.found, "; ") + ")");
}

} // namespace praxis::plans::home
