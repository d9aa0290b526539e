// SPDX-License-Identifier: MIT
#include "homecare/contributions.hpp"
#include "homecare/home_care.hpp"
#include "plan/clients_of.hpp"

#include <praxis/clients/directory.hpp>

namespace praxis::plans {

namespace {

using namespace home;

constexpr int days_ahead = 7;

Todo todo_of(const Overdue& overdue, const std::string& who) {
    const auto client = overdue.client.str();
    if (overdue.kind == Kind::checklist) {
        return {
            overdue.last_day,
            who + ": ask the checklist \"" + overdue.name + "\" again",
            "praxis homecare check " + client + " " + overdue.item};
    }
    return {
        overdue.last_day,
        who + ": home care until that day, " + overdue.name + ": review it",
        "praxis homecare list " + client};
}

std::vector<Todo> home_care_to_review(Session& session) {
    const auto overdue = overdue_on(session.db(), session.today().plus_days(days_ahead));
    const auto names =
        session.get<clients::Directory>().distinct_names(session, clients_of(overdue));
    std::vector<Todo> todos;
    for (std::size_t i = 0; i < overdue.size(); ++i) {
        todos.push_back(todo_of(overdue[i], names[i]));
    }
    return todos;
}

} // namespace

TodoSource home_care_todo() {
    return {.name = "home-care", .list = home_care_to_review};
}

} // namespace praxis::plans
