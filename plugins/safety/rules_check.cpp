// SPDX-License-Identifier: MIT
#include "checking.hpp"

#include <praxis/error.hpp>
#include <praxis/soap/reasons.hpp>

#include <algorithm>

namespace praxis::safety {

namespace {

/// No value for a verdict in favour of a technique.
std::optional<Weight> weight_of(soap::Verdict verdict) {
    switch (verdict) {
    case soap::Verdict::stop:
        return Weight::stop;
    case soap::Verdict::no_consent:
        return Weight::no_consent;
    case soap::Verdict::local:
        return Weight::avoid_area;
    case soap::Verdict::not_asked:
        return Weight::not_asked;
    case soap::Verdict::caution:
        return Weight::caution;
    case soap::Verdict::tried_before:
    case soap::Verdict::fits:
        break;
    }
    return std::nullopt;
}

Concern concern_of(soap::Reason reason, Weight weight) {
    return {
        .weight = weight,
        .technique = std::move(reason.technique),
        .regions = std::move(reason.regions),
        .found = std::move(reason.found),
        .basis = std::move(reason.basis),
        .in_note = reason.in_note,
        .why = std::move(reason.why),
        .rule = std::move(reason.rule),
        .rule_version = reason.rule_version,
        .sources = std::move(reason.sources),
        .citations = std::move(reason.citations),
        .reviewed = reason.reviewed,
        .fix = std::move(reason.fix),
        .gates = reason.gates};
}

soap::ReasonQuestion question_of(const Question& question) {
    soap::ReasonQuestion asked{
        .client = question.client,
        .techniques = {},
        .regions = {},
        .on = question.on,
        .note = question.note};
    const auto add = [](std::vector<std::string>& list, const std::string& id) {
        if (!id.empty() && std::find(list.begin(), list.end(), id) == list.end()) {
            list.push_back(id);
        }
    };
    for (const auto& work : question.work) {
        add(asked.techniques, work.technique);
        add(asked.regions, work.region);
    }
    return asked;
}

/// Without its rules the plugin would find no contraindication at all.
void refuse_without_rules(Session& session) {
    const auto files = session.contributed_files("suggestion/1");
    const bool are_there = std::any_of(files.begin(), files.end(), [](const auto& file) {
        return file.plugin == PRAXIS_PLUGIN_NAME;
    });
    if (!are_there) {
        throw PluginError(
            "the rules of the plugin '" PRAXIS_PLUGIN_NAME "' are missing", "install praxis again"
        );
    }
}

std::vector<Concern> find_concerns(Session& session, const Question& question) {
    refuse_without_rules(session);
    std::vector<Concern> concerns;
    for (auto& reason : session.get<soap::Reasons>().reasons(session, question_of(question))) {
        if (const auto weight = weight_of(reason.verdict)) {
            concerns.push_back(concern_of(std::move(reason), *weight));
        }
    }
    return concerns;
}

} // namespace

Check rules_check() {
    return {.name = "rules", .look = find_concerns};
}

} // namespace praxis::safety
