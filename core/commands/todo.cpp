// SPDX-License-Identifier: MIT
#include "session/credentials.hpp"

#include <praxis/chart.hpp>
#include <praxis/command.hpp>

#include <algorithm>

namespace praxis {
namespace {

constexpr int days_ahead = 7;

struct Args {
    std::optional<Date> until;
};

void options(Options<Args>& options) {
    options.option(
        &Args::until,
        "until",
        "DATE",
        "show tasks due on or before that day; default: the next 7 days"
    );
}

/// Sorts by day; tasks without a day come last.
bool is_sooner(const Todo& left, const Todo& right) {
    return left.due && (!right.due || *left.due < *right.due);
}

std::vector<Todo> all_todos(Session& session) {
    const auto sources = session.all<TodoSource>();
    report_unavailable(session, sources.unavailable);
    if (sources.items.empty()) {
        session.report("no plugin reports tasks: praxis plugin list");
    }
    auto todos = credential_todos(session);
    for (const auto* source : sources.items) {
        for (auto& todo : source->list(session)) {
            todos.push_back(std::move(todo));
        }
    }
    std::stable_sort(todos.begin(), todos.end(), is_sooner);
    return todos;
}

Result run(Session& session, const Args& args) {
    const auto today = session.today();
    const auto until = args.until.value_or(today.plus_days(days_ahead));
    Table table;
    table.columns = {{"due", "due"}, {"late", "late"}, {"what", "what"}, {"command", "command"}};
    table.when_empty = "nothing to do";
    std::vector<Date> later;
    for (auto& todo : all_todos(session)) {
        if (todo.due && *todo.due > until) {
            later.push_back(*todo.due);
            continue;
        }
        const bool late = todo.due && *todo.due < today;
        table.rows.push_back(
            {todo.due ? Value{todo.due->iso()} : Value{},
             late ? Value{true} : Value{}, // empty if not late, so that late tasks stand out
             std::move(todo.what),
             std::move(todo.command)}
        );
    }
    if (!later.empty()) {
        session.report(
            std::to_string(later.size()) +
            (later.size() == 1 ? " more task is" : " more tasks are") +
            " due later: praxis todo --until " + later.back().iso()
        );
    }
    return table;
}

} // namespace

CommandSpec todo_command() {
    return command<Args>({
        .summary = "list open tasks, the most urgent first",
        .examples = {"praxis todo", "praxis todo --until eom"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
