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

void confirm_yes(const HostSession& session, const Result& preview) {
    if (session.globals().yes) {
        return;
    }
    if (!session.can_ask()) {
        throw NeedsInput("this needs a yes", "give --yes; --dry-run shows what would happen");
    }
    const auto answer = ask(session, preview, "Go on? [y/N] ");
    if (!answer || (fold(*answer) != "y" && fold(*answer) != "yes")) {
        throw NeedsInput("declined; nothing was changed");
    }
}

void confirm_name(
    const HostSession& session,
    const Result& preview,
    const std::string& name,
    const std::string& whose
) {
    auto given = session.globals().confirm;
    if (!given && !session.can_ask()) {
        throw NeedsInput(
            "this needs the name of " + whose + ", as a yes is given too easily",
            "give --confirm NAME; --dry-run shows what would happen"
        );
    }
    if (!given) {
        given = ask(session, preview, "Type the name of " + whose + " to go on: ");
    }
    if (!given || fold(*given) != fold(name) || name.empty()) {
        throw NeedsInput("that is not the name of " + whose + "; nothing was changed");
    }
}

} // namespace praxis
