// SPDX-License-Identifier: MIT
/// The merged matches of a rule give one reason. If the merged state does not stop work, the
/// reason is only a caution with a question; a rule of kind fit then gives no reason at all.
#include "rules/match.hpp"

#include "rules/conditions.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace praxis::soap::suggest {

namespace {

bool is_in(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Verdict verdict_of(Kind kind) {
    switch (kind) {
    case Kind::stop:
        return Verdict::stop;
    case Kind::local:
        return Verdict::local;
    case Kind::fit:
        return Verdict::fits;
    case Kind::caution:
        break;
    }
    return Verdict::caution;
}

/// The question before the reason of a rule that matches nothing the client has or may have.
std::string question_of(clients::ConceptState state) {
    switch (state) {
    case clients::ConceptState::denied:
        return "recorded as denied: is that right? If not: ";
    case clients::ConceptState::family:
        return "recorded as family history only: is that right? If not: ";
    case clients::ConceptState::past:
        return "recorded as past: is that right? If not: ";
    case clients::ConceptState::mentioned:
        return "only mentioned: does the client have it? If so: ";
    case clients::ConceptState::suspected:
    case clients::ConceptState::present:
        break;
    }
    return {};
}

/// The regions of work that the rule names; otherwise, for a local rule, those of the complaints.
std::vector<std::string> regions_of(const Rule& rule, const Match& match) {
    if (!rule.work.empty()) {
        return rule.work;
    }
    return rule.kind == Kind::local && !match.anywhere ? match.places : std::vector<std::string>{};
}

Reason reason_of(const Rule& rule, const RuleFile& file, const Match& match) {
    return {
        .technique = {},
        .verdict = is_stopping(match.state) ? verdict_of(rule.kind) : Verdict::caution,
        .found = join(match.found, "; "),
        .basis = match.basis,
        .in_note = match.in_note,
        .why = question_of(match.state) + rule.reason,
        .rule = file.id + "/" + rule.id,
        .rule_version = file.version,
        .sources = rule.sources,
        .citations = citations_of(rule.sources, file),
        .reviewed = rule.reviewed,
        .regions = regions_of(rule, match)};
}

/// A reason for each of the techniques that the rule and its matches concern.
void add_reasons(
    std::vector<Reason>& reasons,
    const Rule& rule,
    const RuleFile& file,
    const Facts& facts,
    const std::vector<std::string>& techniques
) {
    const auto matches = match_conditions(rule, facts);
    for (const auto& technique : techniques) {
        if (matches.empty() || (!rule.techniques.empty() && !is_in(rule.techniques, technique))) {
            continue;
        }
        const auto match = merge_for(matches, technique);
        if (!match || (!is_stopping(match->state) && rule.kind == Kind::fit)) {
            continue;
        }
        auto reason = reason_of(rule, file, *match);
        reason.technique = technique;
        reason.gates = reason.verdict == Verdict::stop && is_gated(rule, technique);
        reasons.push_back(std::move(reason));
    }
}

std::string session_text(const Tried& tried) {
    return tried.on.iso() + " (" + tried.note.str() + (tried.amended ? ", amended" : "") + ")";
}

Reason tried_reason(const Tried& tried) {
    const auto with = tried.with.empty() ? "" : ", together with " + join(tried.with, ", ");
    return {
        .technique = tried.technique,
        .verdict = Verdict::tried_before,
        .found = session_text(tried),
        .why = (tried.pain.empty() ? "pain not recorded" : "pain " + tried.pain) + with,
        .note = tried.note};
}

Reason adverse_reason(const Tried& tried) {
    const auto with = tried.with.empty() ? "" : " (together with " + join(tried.with, ", ") + ")";
    return {
        .technique = tried.technique,
        .verdict = Verdict::caution,
        .found = session_text(tried),
        .why = "adverse reaction" + with + ": " + tried.adverse,
        .note = tried.note};
}

} // namespace

std::vector<Reason> match_rules(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques
) {
    std::vector<Reason> reasons;
    for (const auto& file : files) {
        for (const auto& rule : file.rules) {
            if (rule.enabled) {
                add_reasons(reasons, rule, file, facts, techniques);
            }
        }
    }
    return reasons;
}

std::vector<Reason>
list_past_sessions(const Facts& facts, const std::vector<std::string>& techniques) {
    std::vector<Reason> reasons;
    std::map<std::string, const Tried*> newest;
    for (const auto& tried : facts.tried) {
        if (!is_in(techniques, tried.technique)) {
            continue;
        }
        if (tried.in_question) {
            newest[tried.technique] = &tried;
        }
        if (!tried.adverse.empty()) {
            reasons.push_back(adverse_reason(tried));
        }
    }
    for (const auto& [technique, tried] : newest) {
        reasons.push_back(tried_reason(*tried));
    }
    return reasons;
}

void sort_reasons(std::vector<Reason>& reasons) {
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& left, const Reason& right) {
        return std::tie(left.technique, left.verdict) < std::tie(right.technique, right.verdict);
    });
}

std::vector<std::string> find_unnamed_techniques(
    const std::vector<RuleFile>& files, const std::vector<std::string>& techniques
) {
    std::set<std::string> named;
    for (const auto& file : files) {
        for (const auto& rule : file.rules) {
            if (rule.enabled && rule.kind != Kind::fit) {
                named.insert(rule.techniques.begin(), rule.techniques.end());
            }
        }
    }
    std::vector<std::string> unnamed;
    std::copy_if(
        techniques.begin(),
        techniques.end(),
        std::back_inserter(unnamed),
        [&named](const std::string& technique) { return !named.contains(technique); }
    );
    return unnamed;
}

} // namespace praxis::soap::suggest
