// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {
namespace {

std::vector<Table::Column> columns() {
    return {
        {.key = "name", .title = "Condition"},
        {.key = "code", .title = "Code"},
        {.key = "status", .title = "Status"},
        {.key = "since", .title = "Since"},
        {.key = "until", .title = "Until"},
        {.key = "diagnosed_by", .title = "Diagnosed by"},
        {.key = "note", .title = "Note"}};
}

} // namespace

CommandSpec condition_list_command() {
    return clients::health_list_command<clients::ConditionRow, columns>({
        .summary = "list a client's pre-existing conditions",
        .examples = {"praxis condition list maria"},
    });
}

} // namespace praxis
