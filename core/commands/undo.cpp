// SPDX-License-Identifier: MIT
#include "journal/undo.hpp"

#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/records.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

constexpr std::int64_t most_listed = 20;

struct Args {
    bool list = false;
};

void options(Options<Args>& options) {
    options.flag(&Args::list, "list", "list the last commands; undo nothing");
}

std::string effect_of(const practice::Change& change) {
    return !change.before ? "deleted" : !change.after ? "restored" : "changed back";
}

/// The columns that differ, as "phone: +1 555 0100 -> +1 555 0199; ...".
Value differences(const practice::Change& change) {
    if (!change.before || !change.after) {
        return {}; // the whole row is deleted or restored
    }
    const auto before = parse_json(*change.before, "journal");
    const auto after = parse_json(*change.after, "journal");
    std::vector<std::string> lines;
    for (const auto& [column, now] : after.as_object()) {
        const auto* then = before.find(column);
        const auto old_text = then == nullptr ? "" : then->plain();
        if (old_text != now.plain()) {
            lines.push_back(column + ": " + now.plain() + " -> " + old_text);
        }
    }
    return join(lines, "; ");
}

Table list_of(HostSession& session) {
    Table table;
    table.columns = {
        {"change_set", "change", Align::right},
        {"at", "when"},
        {"user", "who"},
        {"command", "command"},
        {"rows", "rows", Align::right}};
    table.when_empty = "there is nothing to undo";
    for (const auto& set : practice::newest_change_sets(session.db(), most_listed)) {
        const auto rows = practice::undoable_changes(session.db(), set.number).size();
        table.rows.push_back(
            {set.number,
             session.zone().at(set.author.at).iso(),
             set.author.user ? Value{set.author.user->str()} : Value{},
             set.author.command,
             static_cast<std::int64_t>(rows)}
        );
    }
    return table;
}

Table preview_of(const std::vector<practice::Change>& changes) {
    Table table;
    table.columns = {
        {"table", "table"},
        {"row", "row", Align::right},
        {"effect", "effect"},
        {"now_and_then", "now -> then"}};
    for (const auto& change : changes) {
        table.rows.push_back({change.table, change.row, effect_of(change), differences(change)});
    }
    return table;
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (args.list) {
        return list_of(session);
    }
    const auto newest = practice::newest_change_sets(session.db(), 1);
    if (newest.empty()) {
        throw Refused("there is nothing to undo");
    }
    const auto& set = newest.front();
    session.watch_everything();
    auto preview = preview_of(practice::undoable_changes(session.db(), set.number));
    session.emit(RowsRestoring{practice::rows_changed_from(session.db(), set.number)});
    session.emit(RowsRestored{practice::undo_changes(session.db(), set)});
    session.forget();
    session.report(
        session.globals().dry_run
            ? "would undo: praxis " + set.author.command
            : "undone: praxis " + set.author.command + ". To redo it, run praxis undo again."
    );
    return preview;
}

} // namespace

CommandSpec undo_command() {
    return command<Args>({
        .summary = "undo the last command",
        .details = "praxis undoes the last command that changed records, of any user. It cannot "
                   "undo signing, sending or erasing; add to a signed note with praxis note amend.",
        .examples = {"praxis undo", "praxis undo --list", "praxis undo --yes"},
        .exits =
            {{Exit::refused, "there is nothing to undo, or the last command cannot be undone"}},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
