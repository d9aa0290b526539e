// SPDX-License-Identifier: MIT
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
        &Args::until, "until", "DATE", "what is due on or before that day; the next 7 days else"
    );
}

/// What has no day comes last.
bool is_sooner(const Todo& left, const Todo& right) {
    return left.due && (!right.due || *left.due < *right.due);
}

std::vector<Todo> all_todos(Session& session) {
    const auto sources = session.all<TodoSource>();
    report_unavailable(session, sources.unavailable);
    if (sources.items.empty()) {
        session.report("no plugin was asked: praxis plugin list shows which are there");
    }
    std::vector<Todo> todos;
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
             late ? Value{true} : Value{}, // a word that stands out, not a column of them
             std::move(todo.what),
             std::move(todo.command)}
        );
    }
    if (!later.empty()) {
        session.report(
            std::to_string(later.size()) + " more due later: --until " + later.back().iso() +
            " shows all"
        );
    }
    return table;
}

} // namespace

CommandSpec todo_command() {
    return command<Args>({
        .summary = "what is left to do, the most urgent first",
        .examples = {"praxis todo", "praxis todo --until eom"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
