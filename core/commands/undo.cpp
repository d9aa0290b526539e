// SPDX-License-Identifier: MIT
#include "journal/undo.hpp"

#include "journal/changed_text.hpp"
#include "journal/record_names.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/records.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

constexpr std::int64_t most_listed = 20;

struct Args {
    std::optional<std::int64_t> change;
    bool list = false;
};

void options(Options<Args>& options) {
    options.argument(
        &Args::change,
        "CHANGE",
        "number of the last command, as --list shows it: undo only that one"
    );
    options.flag(&Args::list, "list", "list the last commands; undo nothing");
}

std::string effect_of(const practice::Undone& undone) {
    return !undone.after ? "deleted" : !undone.before ? "restored" : "changed back";
}

Table list_of(HostSession& session) {
    Table table;
    table.columns = {
        {"change_set", "Change", Align::right},
        {"at", "When"},
        {"user", "Who"},
        {"command", "Command"},
        {"rows", "Rows", Align::right, true},
        {"what", "What"}};
    table.when_empty = "there is nothing to undo";
    practice::RecordNames names{session.db()};
    for (const auto& set : practice::newest_change_sets(session.db(), most_listed)) {
        const auto rows = practice::count_undoable_changes(session.db(), set);
        table.rows.push_back(
            {set.number,
             session.zone().at(set.author.at).iso(),
             set.author.user ? Value{set.author.user->str()} : Value{},
             set.author.command,
             rows,
             names.describe(set.number)}
        );
    }
    return table;
}

/// The columns that differ: "phone +1 555 0100 -> +1 555 0199".
Value differences(HostSession& session, const practice::Undone& undone) {
    if (!undone.before || !undone.after) {
        return {}; // the whole row is deleted or restored
    }
    return practice::describe_changes(*undone.before, *undone.after, session.zone());
}

/// In the order in which the command made the changes.
Table preview_of(HostSession& session, const std::vector<practice::Undone>& undone) {
    Table table;
    table.columns = {
        {"table", "Table", Align::left, true},
        {"row", "Row", Align::right, true},
        {"record", "Record"},
        {"effect", "Effect"},
        {"now_and_then", "Now -> then"}};
    const practice::RecordNames names{session.db()};
    for (auto change = undone.rbegin(); change != undone.rend(); ++change) {
        const auto& row = change->before ? *change->before : change->after.value();
        table.rows.push_back(
            {change->table,
             change->row_number,
             names.name(change->table, change->row_number, row),
             effect_of(*change),
             differences(session, *change)}
        );
    }
    return table;
}

RowsRestored restored_rows(const std::vector<practice::Undone>& undone) {
    RowsRestored restored;
    for (const auto& change : undone) {
        restored.rows.emplace_back(change.table, change.row_number);
    }
    return restored;
}

/// The last command that changed records.
practice::ChangeSet find_last(HostSession& session, const std::optional<std::int64_t>& meant) {
    auto newest = practice::newest_change_sets(session.db(), 1);
    if (newest.empty()) {
        throw Refused("there is nothing to undo");
    }
    auto& last = newest.front();
    if (meant && *meant != last.number) {
        throw Refused(
            "the last command is " + std::to_string(last.number) + ", praxis " +
                last.author.command + ", and praxis can undo only the last one",
            "praxis undo --list"
        );
    }
    return std::move(last);
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (args.list) {
        return list_of(session);
    }
    const auto set = find_last(session, args.change);
    session.emit(RowsRestoring{
        practice::rows_changed_after(session.db(), practice::last_change_before(session.db(), set))}
    );
    const auto undone = practice::undo_changes(session.db(), set);
    session.emit(restored_rows(undone));
    session.forget();
    session.report(
        session.globals().dry_run
            ? "would undo: praxis " + set.author.command
            : "undone: praxis " + set.author.command + ". To redo it, run praxis undo again."
    );
    return preview_of(session, undone);
}

} // namespace

CommandSpec undo_command() {
    return command<Args>({
        .summary = "undo the last command",
        .details =
            "praxis undoes the last command that changed records, of any user. It cannot "
            "undo signing, sending or erasing; add to a signed note with praxis note amend. In "
            "a script, name the command that you mean: praxis undo 41 --yes.",
        .examples = {"praxis undo", "praxis undo --list", "praxis undo 41 --yes"},
        .exits =
            {{Exit::refused, "there is nothing to undo, or the last command cannot be undone"}},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
