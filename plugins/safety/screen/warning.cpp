// SPDX-License-Identifier: MIT
#include "screen/warning.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace praxis::safety {

namespace {

constexpr std::size_t columns_of_step = 70; // on 80 columns

constexpr std::array<Action, 5> most_urgent_first{
    Action::emergency, Action::same_day, Action::urgent, Action::gp_referral, Action::record};

std::string upper(std::string text) {
    for (auto& letter : text) {
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return text;
}

std::string headline(const ActionFacts& facts) {
    return facts.treat ? facts.name : upper(facts.name);
}

/// "leg getting weaker (left foot): sources differ ..."
std::string describe(const Finding& finding) {
    auto text = finding.label;
    if (!finding.detail.empty()) {
        text += " (" + finding.detail + ")";
    }
    if (!finding.because.empty()) {
        text += " [" + finding.because + "]";
    }
    return text;
}

/// Adds the item unless it is there.
void add_once(std::vector<std::string>& list, const std::string& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) {
        list.push_back(item);
    }
}

std::string replace_client(std::string text, ClientId client) {
    static constexpr std::string_view place = "CLIENT";
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at)) {
        text.replace(at, place.size(), client.str());
    }
    return text;
}

/// Nothing when no flag of the class counts.
std::optional<Advice>
advice_of_action(const ScreenBook& book, const Screen& screen, Action action) {
    std::vector<std::string> labels;
    Advice advice{.action = action};
    for (const auto& finding : screen.findings) {
        if (finding.action != action || !finding.counts) {
            continue;
        }
        labels.push_back(describe(finding));
        for (const auto& step : finding.steps.empty() ? book.facts(action).steps : finding.steps) {
            add_once(advice.steps, replace_client(step, screen.client));
        }
        if (!finding.conflict.empty()) {
            add_once(advice.conflicts, finding.label + ": " + finding.conflict);
        }
    }
    if (labels.empty()) {
        return std::nullopt;
    }
    if (auto command = referral_command(book, screen, action); !command.empty()) {
        advice.steps.push_back(std::move(command));
    }
    advice.headline = headline(book.facts(action)) + ": " + join(labels, "; ");
    return advice;
}

} // namespace

std::string warning_of(const ScreenBook& book, const Flag& question) {
    const auto& facts = book.facts(question.action);
    std::string text = "  " + headline(facts) + ". What to do now:\n";
    const auto& steps = question.steps.empty() ? facts.steps : question.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        text += "    " + std::to_string(i + 1) + ". " +
                join(wrap(steps[i], columns_of_step), "\n       ") + "\n";
    }
    return text + "  This flag supports your judgment. It is not a diagnosis.\n";
}

std::string referral_command(const ScreenBook& book, const Screen& screen, Action action) {
    const auto& urgency = book.facts(action).referral;
    if (urgency.empty()) {
        return {};
    }
    std::vector<std::string> labels;
    for (const auto& finding : screen.findings) {
        if (finding.counts && finding.action == action && !finding.is_private) {
            labels.push_back(finding.label);
        }
    }
    const auto reason = labels.empty() ? "..." : "Please assess: " + join(labels, ", ") + ".";
    return "praxis referral new " + screen.client.str() +
           (screen.complaint ? " --complaint " + screen.complaint->str() : "") +
           " --to PROVIDER --type assess --urgency " + urgency + " --reason \"" + reason + "\"";
}

std::vector<Advice> advice_of(const ScreenBook& book, const Screen& screen) {
    std::vector<Advice> all;
    for (const auto action : most_urgent_first) {
        if (auto advice = advice_of_action(book, screen, action)) {
            all.push_back(std::move(*advice));
        }
    }
    return all;
}

std::string advice_text(const Advice& advice) {
    auto text = advice.headline;
    for (std::size_t i = 0; i < advice.steps.size(); ++i) {
        text += "\n  " + std::to_string(i + 1) + ". " + advice.steps[i];
    }
    for (const auto& conflict : advice.conflicts) {
        text += "\n  " + conflict;
    }
    return text;
}

std::string noted_flags(const Screen& screen) {
    std::vector<std::string> noted;
    for (const auto& finding : screen.findings) {
        if (!finding.counts) {
            noted.push_back(describe(finding));
        }
    }
    return noted.empty() ? "" : "noted, without an action: " + join(noted, "; ");
}

} // namespace praxis::safety
