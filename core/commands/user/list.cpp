// SPDX-License-Identifier: MIT
#include "session/people.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

Value text_or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

Result run(Session& session, const NoArgs& /*args*/) {
    Table table;
    table.columns = {
        {"id", "id"},
        {"name", "name"},
        {"profession", "profession"},
        {"licence", "licence"},
        {"active", "active"}};
    table.when_empty = "there are no users yet: praxis user add --name \"Your name\"";
    for (const auto& user : all_users(session.db())) {
        table.rows.push_back(
            {user.id.str(),
             user.name,
             text_or_null(user.profession),
             text_or_null(user.licence),
             user.active}
        );
    }
    return table;
}

} // namespace

CommandSpec user_list_command() {
    return command<NoArgs>({
        .summary = "list the users of the practice",
        .examples = {"praxis user list"},
        .access = Access::read,
        .run = run,
    });
}

} // namespace praxis
