// SPDX-License-Identifier: MIT
#include "screen/checked_flags.hpp"
#include "screen/due.hpp"
#include "screen/left_out.hpp"
#include "screen/screen_queries.hpp"
#include "screen/screen_records.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

constexpr std::size_t most_first_visits = 10; // each on its line

/// A line about one client, to which the name is added at the end.
struct ClientLine {
    ClientId client;
    Todo todo;
};

ClientLine due_line(const DueScreen& due) {
    return {
        due.client,
        {.due = due.since,
         .what = "red-flag screen is due (" + due.reason + ")",
         .command = "praxis screen record " + due.client.str()}};
}

void add_due(
    Session& session, std::vector<ClientLine>& lines, std::vector<Todo>& todos, LeftOut& left_out
) {
    const auto all = due_screens(session, load_readable_due_rule(session, left_out));
    const auto firsts = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const DueScreen& due) { return due.is_first; })
    );
    for (const auto& due : all) {
        if (!due.is_first || firsts <= most_first_visits) {
            lines.push_back(due_line(due));
        }
    }
    if (firsts > most_first_visits) {
        todos.push_back(
            {.due = {},
             .what = std::to_string(firsts) + " clients have no red-flag screen on record yet",
             .command = "praxis screen list --due"}
        );
    }
}

/// The most urgent flag that is not overridden, otherwise an overridden one.
ClientLine
flag_line(const ScreenBook& book, ClientId client, const std::vector<CheckedFlag>& flags) {
    const auto open = std::find_if(flags.begin(), flags.end(), [](const CheckedFlag& each) {
        return !each.is_overridden();
    });
    const auto& shown = open == flags.end() ? flags.front() : *open;
    const auto& [screen, on, complaint, finding] = shown.flag;
    const auto made = shown.override_text();
    return {
        client,
        {.due = on,
         .what = "red flag, " + book.facts(finding.action).name + ": " + finding.label + " (" +
                 screen.str() + ")" + (made.empty() ? "" : ", " + made),
         .command = "praxis screen show " + screen.str()}};
}

/// Flags that asked for medical care on the same day, until a later screen answers no.
void add_open_flags(Session& session, std::vector<ClientLine>& lines, LeftOut& left_out) {
    const auto clients = urgently_screened(session.db());
    if (clients.empty()) {
        return;
    }
    const auto book = load_readable_screen_book(session, left_out);
    for (const auto client : clients) {
        const auto flags = check_open_flags(session, book, client, session.today());
        if (!flags.empty()) {
            lines.push_back(flag_line(book, client, flags));
        }
    }
}

std::vector<Todo> list_screens(Session& session) {
    std::vector<ClientLine> lines;
    std::vector<Todo> todos;
    LeftOut left_out;
    add_open_flags(session, lines, left_out);
    add_due(session, lines, todos, left_out);
    left_out.report(session);
    std::vector<ClientId> clients;
    clients.reserve(lines.size());
    for (const auto& line : lines) {
        clients.push_back(line.client);
    }
    const auto names = session.get<clients::Directory>().distinct_names(session, clients);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].todo.what = names[i] + ": " + lines[i].todo.what;
        todos.push_back(std::move(lines[i].todo));
    }
    return todos;
}

} // namespace

TodoSource screen_todo() {
    return {.name = "screens", .list = list_screens};
}

} // namespace praxis::safety
