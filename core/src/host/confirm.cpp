// SPDX-License-Identifier: MIT
#include "host/confirm.hpp"

#include "output/render.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <optional>

namespace praxis {
namespace {

std::optional<std::string>
ask(const HostSession& session, const Result& preview, const std::string& question) {
    session.environment().write_error(output::show(preview, {}));
    return session.environment().terminal.ask(question, true);
}

} // namespace

std::string ask_choice(const HostSession& session, const AmbiguousName& error) {
    const auto& choices = error.choices();
    std::string question = "several records have that name:\n";
    for (std::size_t i = 0; i < choices.size(); ++i) {
        question += "  " + std::to_string(i + 1) + "  " + visible(choices[i].label) + "\n";
    }
    session.environment().write_error("praxis: " + question);
    const auto answer = session.environment().terminal.ask(
        "Which one? [1-" + std::to_string(choices.size()) + ", or an id] ", true
    );
    for (std::size_t i = 0; answer && i < choices.size(); ++i) {
        const auto given = fold(*answer);
        if (given == std::to_string(i + 1) || given == fold(choices[i].id)) {
            return choices[i].id;
        }
    }
    throw NeedsInput("you chose none of them; praxis changed nothing", error.hint());
}

void confirm_yes(const HostSession& session, const Result& preview) {
    if (session.globals().yes) {
        return;
    }
    if (!session.can_ask()) {
        throw NeedsInput(
            "this command needs your confirmation",
            "add --yes; to see what would change, add --dry-run"
        );
    }
    const auto answer = ask(session, preview, "Continue? [y/N] ");
    if (!answer || (fold(*answer) != "y" && fold(*answer) != "yes")) {
        throw NeedsInput("you declined; praxis changed nothing");
    }
}

void confirm_name(
    const HostSession& session,
    const Result& preview,
    const std::string& name,
    const std::string& subject
) {
    auto given = session.globals().confirm;
    if (!given && !session.can_ask()) {
        throw NeedsInput(
            "to confirm this command, give the name of " + subject,
            "add --confirm NAME; to see what would change, add --dry-run"
        );
    }
    if (!given) {
        given = ask(session, preview, "To continue, type the name of " + subject + ": ");
    }
    if (!given || fold(*given) != fold(name) || name.empty()) {
        throw NeedsInput("that is not the name of " + subject + "; praxis changed nothing");
    }
}

void report_changed_meanwhile(const HostSession& session) {
    if (session.globals().yes || session.globals().confirm || !session.can_ask()) {
        throw Error(
            Exit::refused,
            "changed_meanwhile",
            "another command changed the practice meanwhile; praxis changed nothing",
            "run the command again; to see what would change, add --dry-run"
        );
    }
    session.environment().write_error(
        "praxis: another command changed the practice meanwhile. What you are asked now:\n"
    );
}

} // namespace praxis
