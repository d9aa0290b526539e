// SPDX-License-Identifier: MIT
#include "health/health.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    bool accept_loss = false;
    std::optional<std::string> salvage;
};

void options(Options<Args>& options) {
    options.flag(
        &Args::accept_loss,
        "accept-loss",
        "go on with the practice as it is, although something saved is gone; it is written down"
    );
    options.option(
        &Args::salvage,
        "salvage",
        "NEWFILE",
        "save what can be read of a damaged practice; the damaged one is left as it is"
    );
}

/// What can be read of a damaged practice, as a practice of its own.
Result save_what_can_be_read(HostSession& session, const std::string& path) {
    const auto salvaged = session.salvage(path);
    Table table;
    table.columns = {{"lost", "lost"}};
    table.when_empty = "everything could be read";
    for (const auto& lost : salvaged.lost) {
        table.rows.push_back({lost});
    }
    session.report(std::to_string(salvaged.rows) + " rows are in " + path);
    session.report("look through it: praxis --practice " + path + " doctor");
    return table;
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (args.salvage) {
        return save_what_can_be_read(session, *args.salvage);
    }
    if (args.accept_loss) {
        session.accept_loss();
    }
    Table table;
    table.columns = {{"check", "check"}, {"state", "state"}, {"found", "found"}, {"fix", "fix"}};
    for (const auto& check : health::examine(session)) {
        if (check.state == health::State::wrong) {
            session.end_with(Exit::practice);
        }
        table.rows.push_back(
            {check.name, health::name_of(check.state), check.found, text_or_null(check.fix)}
        );
    }
    return table;
}

} // namespace

CommandSpec doctor_command() {
    return command<Args>({
        .summary = "examine the practice and what lies around it",
        .details =
            "Reads every page and every row. Exit code 6 when something is wrong; a warning alone "
            "is no error.",
        .examples = {"praxis doctor", "praxis doctor --json", "praxis doctor --salvage saved.db"},
        .exits =
            {{Exit::done, "nothing is wrong; there may be warnings"},
             {Exit::refused, "the file for --salvage exists already"},
             {Exit::needs_input, "the passphrase is missing"},
             {Exit::practice, "something is wrong"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
