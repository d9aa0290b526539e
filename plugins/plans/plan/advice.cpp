// SPDX-License-Identifier: MIT
#include "plan/advice.hpp"

#include <praxis/advice.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans {
namespace {

bool has(const Plan& plan, const Advice& advice) {
    return std::any_of(plan.advice.begin(), plan.advice.end(), [&](const TakenAdvice& taken) {
        return taken.record == advice.record && taken.text == advice.text;
    });
}

std::vector<Advice> advice_of(
    Session& session,
    const Contributions<AdviceSource>& sources,
    ClientId client,
    const std::string& record
) {
    std::vector<Advice> found;
    for (const auto* const source : sources.items) {
        for (auto& advice : source->list(session, client)) {
            if (fold(advice.record) == fold(record)) {
                found.push_back(std::move(advice));
            }
        }
    }
    return found;
}

/// errors  PluginError: a plugin that has some cannot be loaded
std::vector<Advice> all_advice_of(Session& session, ClientId client, const std::string& record) {
    const auto sources = session.all<AdviceSource>();
    if (!sources.unavailable.empty()) {
        const auto& missing = sources.unavailable.front();
        throw PluginError(
            "the recommendations of the plugin '" + missing.plugin +
                "' cannot be read: " + missing.reason,
            "praxis plugin doctor " + missing.plugin
        );
    }
    return advice_of(session, sources, client, record);
}

} // namespace

bool has_advice(Session& session, ClientId client, const std::string& record) {
    return !advice_of(session, session.all<AdviceSource>(), client, record).empty();
}

std::vector<std::string> take_advice(Session& session, Plan& plan, const std::string& record) {
    const auto found = all_advice_of(session, plan.client, record);
    if (found.empty()) {
        throw NotFound(
            "no report of " + visible(record) + " recommends anything for " + plan.client.str(),
            "praxis client timeline " + plan.client.str()
        );
    }
    std::vector<std::string> taken;
    for (const auto& advice : found) {
        if (!has(plan, advice)) {
            plan.advice.push_back(
                {advice.text, advice.by, advice.on, advice.record, session.civil_now(), {}}
            );
            taken.push_back(advice.text);
        }
    }
    if (taken.empty()) {
        throw Refused(
            plan.id.str() + " has the recommendations of " + found.front().record + " already",
            "praxis plan show " + plan.id.str()
        );
    }
    return taken;
}

void end_advice(Session& session, Plan& plan, const std::vector<int>& numbers) {
    for (const auto number : numbers) {
        if (number < 1 || static_cast<std::size_t>(number) > plan.advice.size()) {
            throw UsageError(
                plan.id.str() + " has no recommendation " + std::to_string(number),
                "praxis plan show " + plan.id.str()
            );
        }
        auto& advice = plan.advice[static_cast<std::size_t>(number) - 1];
        if (advice.ended) {
            throw Refused(
                "recommendation " + std::to_string(number) + " of " + plan.id.str() +
                    " has ended already",
                "praxis plan show " + plan.id.str()
            );
        }
        advice.ended = session.civil_now();
    }
}

std::vector<std::string> advice_texts(const Plan& plan) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < plan.advice.size(); ++i) {
        const auto& advice = plan.advice[i];
        if (!advice.ended) {
            texts.push_back(
                std::to_string(i + 1) + ". " + advice.text + " (" + advice.by + ", " +
                advice.record + ", " + advice.on.iso() + ")"
            );
        }
    }
    return texts;
}

} // namespace praxis::plans
