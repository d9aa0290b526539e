// SPDX-License-Identifier: MIT
#include "health/health.hpp"
#include "host/confirm.hpp"
#include "practice/kept_copies.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    bool accept_loss = false;
    std::optional<std::string> salvage;
    bool remove_copies = false;
};

void options(Options<Args>& options) {
    options.flag(
        &Args::accept_loss,
        "accept-loss",
        "continue with a practice that has lost changes; praxis records your decision"
    );
    options.option(
        &Args::salvage,
        "salvage",
        "NEWFILE",
        "copy the readable rows of a damaged practice to FILE; the damaged practice stays unchanged"
    );
    options.flag(
        &Args::remove_copies,
        "remove-copies",
        "remove the copies that praxis keeps from before restores, migrations and purges"
    );
}

/// Copies the readable rows of a damaged practice to a new practice.
Result salvage_practice(HostSession& session, const std::string& path) {
    const auto salvaged = session.salvage(path);
    Table table;
    table.columns = {{"lost", "lost"}};
    table.when_empty = "no row was lost";
    for (const auto& lost : salvaged.lost) {
        table.rows.push_back({lost});
    }
    session.report(std::to_string(salvaged.rows) + " rows are now in " + path);
    session.report("check the new practice: praxis --practice " + path + " doctor");
    return table;
}

/// Removes the copies that praxis keeps beside the practice. Without the practice they may be all
/// that is left of the records.
Result remove_copies(HostSession& session) {
    const auto path = practice::local_path(session.practice_path());
    if (!boost::filesystem::exists(path)) {
        throw Refused(
            "there is no practice at " + visible(path) + ", so praxis keeps the copies of it",
            "praxis backup list"
        );
    }
    const auto copies = practice::kept_copies(path);
    Table table;
    table.columns = {{"copy", "copy"}, {"kept", "kept from"}};
    table.when_empty = "praxis keeps no copy of this practice";
    for (const auto& copy : copies) {
        table.rows.push_back({copy.path, copy.origin});
    }
    if (session.globals().dry_run) {
        session.report("Dry run: praxis wrote nothing.");
        return table;
    }
    if (!copies.empty()) {
        confirm_yes(session, table);
    }
    std::ranges::for_each(copies, practice::remove_copy);
    if (!copies.empty()) {
        session.report("praxis removed these copies of the practice");
    }
    return table;
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (args.remove_copies) {
        return remove_copies(session);
    }
    if (args.salvage) {
        return salvage_practice(session, *args.salvage);
    }
    if (args.accept_loss) {
        session.accept_loss();
    }
    Table table;
    table.columns = {{"check", "check"}, {"state", "state"}, {"found", "found"}, {"fix", "fix"}};
    for (const auto& check : health::examine(session)) {
        if (check.severity == health::Severity::wrong) {
            session.end_with(Exit::practice);
        }
        table.rows.push_back(
            {check.name, health::name_of(check.severity), check.found, text_or_null(check.fix)}
        );
    }
    return table;
}

} // namespace

CommandSpec doctor_command() {
    return command<Args>({
        .summary = "check the practice and its environment",
        .details = "The doctor reads every page and every row. It ends with exit code 6 if a check "
                   "fails; a warning alone is not an error.",
        .examples = {"praxis doctor", "praxis doctor --json", "praxis doctor --salvage saved.db"},
        .exits =
            {{Exit::done, "nothing is wrong; there may be warnings"},
             {Exit::refused, "the file for --salvage exists already"},
             {Exit::needs_input, "the passphrase or the confirmation is missing"},
             {Exit::practice, "something is wrong"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
