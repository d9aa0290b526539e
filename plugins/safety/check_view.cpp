// SPDX-License-Identifier: MIT
#include "check_view.hpp"

#include "cards.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace praxis::safety {
namespace {

std::string override_text(const Override& made) {
    return made.reason + " (" + made.author_name + ", until " + made.last_day.iso() + ")";
}

bool is_unreviewed(const CheckedConcern& checked) {
    return checked.concern.reviewed && !*checked.concern.reviewed;
}

/// What the concerns of one group have in common.
auto key_of(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    return std::tuple{
        verdict_of(checked),
        concern.found,
        concern.why,
        concern.rule,
        checked.overridden ? override_text(*checked.overridden) : std::string{}};
}

std::string techniques_text(const ConcernGroup& group, const std::vector<std::string>& planned) {
    const bool is_all = planned.size() > 1 && group.techniques.size() == planned.size();
    return group.techniques.empty() || is_all ? "all" : join(group.techniques, ", ");
}

std::string why_text(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    auto text = concern.why;
    if (concern.weight == Weight::avoid_area && !concern.regions.empty()) {
        text += ". Area: " + join(concern.regions, ", ");
    }
    if (checked.overridden) {
        text += ". Overridden: " + override_text(*checked.overridden);
    }
    return text;
}

Grid grid_of(const std::vector<ConcernGroup>& groups, const std::vector<std::string>& planned) {
    Grid grid;
    grid.columns = {{"Verdict"}, {"Why"}, {"On record"}, {"Techniques"}};
    for (const auto& group : groups) {
        grid.rows.push_back(
            {verdict_of(group.first),
             why_text(group.first),
             group.first.concern.found,
             techniques_text(group, planned)}
        );
    }
    return grid;
}

/// The rules and their sources, each once.
void add_remarks(Document& document, const std::vector<ConcernGroup>& groups) {
    std::set<std::string> unreviewed;
    std::set<std::string> rules;
    std::vector<std::string> sources;
    for (const auto& group : groups) {
        const auto& concern = group.first.concern;
        if (!concern.rule.empty()) {
            (is_unreviewed(group.first) ? unreviewed : rules).insert(concern.rule);
        }
        for (const auto& citation : concern.citations) {
            if (std::find(sources.begin(), sources.end(), citation) == sources.end()) {
                sources.push_back(citation);
            }
        }
    }
    const auto add = [&](const std::string& label, const std::set<std::string>& names) {
        if (!names.empty()) {
            document.add(Paragraph{label + join({names.begin(), names.end()}, ", "), Tone::small});
        }
    };
    add("Rules: ", rules);
    add("Rules, not reviewed by a therapist: ", unreviewed);
    if (!sources.empty()) {
        document.add(Paragraph{"Sources:", Tone::small});
        document.add(Bullets{std::move(sources)});
    }
}

} // namespace

std::string verdict_of(const CheckedConcern& checked) {
    const std::string verdict{weight_name(checked.concern.weight)};
    if (checked.overridden) {
        return verdict + ", overridden";
    }
    return checked.outdated ? verdict + ", new findings" : verdict;
}

Value object_of(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    return Value::Object{
        {"technique", text_or_null(concern.technique)},
        {"verdict", verdict_of(checked)},
        {"found", text_or_null(concern.found)},
        {"why", concern.why + (is_unreviewed(checked) ? " (not reviewed by a therapist)" : "")},
        {"rule", text_or_null(concern.rule)},
        {"source", text_or_null(join(concern.sources, ", "))},
        {"override", checked.overridden ? Value{override_text(*checked.overridden)} : Value{}},
        {"weight", weight_id(concern.weight)},
        {"gates", concern.gates},
        {"reviewed", concern.reviewed},
        {"regions", Value::Array(concern.regions.begin(), concern.regions.end())},
        {"citations", Value::Array(concern.citations.begin(), concern.citations.end())},
        {"fix", text_or_null(concern.fix)}};
}

std::vector<ConcernGroup> group_concerns(const std::vector<CheckedConcern>& all) {
    std::vector<ConcernGroup> groups;
    for (const auto& checked : all) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const ConcernGroup& one) {
            return key_of(one.first) == key_of(checked);
        });
        if (group == groups.end()) {
            group = groups.insert(group, ConcernGroup{checked, {}});
        }
        auto& techniques = group->techniques;
        const auto& technique = checked.concern.technique;
        if (!technique.empty() &&
            std::find(techniques.begin(), techniques.end(), technique) == techniques.end()) {
            techniques.push_back(technique);
        }
    }
    return groups;
}

View view_of(std::vector<CheckedConcern> all, CheckedWork work) {
    return View{
        .data = [all, work] { return cards_of(all, work.client, work.on); },
        .document =
            [all, planned = work.techniques] {
                Document document;
                const auto groups = group_concerns(all);
                if (!groups.empty()) {
                    document.add(grid_of(groups, planned));
                    add_remarks(document, groups);
                }
                return document;
            }};
}

} // namespace praxis::safety
