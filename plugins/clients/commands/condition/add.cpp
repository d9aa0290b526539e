// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/condition_options.hpp"
#include "options/health_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::ConditionOptions {
    std::string client;
    bool none_known = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    clients::add_condition_options(options);
    options.flag(&Args::none_known, "none-known", "the client was asked and knows of none");
}

std::vector<std::int64_t> listed_numbers(Session& session, ClientId client) {
    std::vector<std::int64_t> listed;
    for (const auto& row : clients::conditions_of(session.db(), client)) {
        listed.push_back(row.number);
    }
    return listed;
}

Result run(Session& session, const Args& args) {
    clients::check_none_known(
        args.none_known, clients::any_given(args), args.name.has_value(), "--name"
    );
    const auto client = clients::get_client(session, args.client);
    if (args.none_known) {
        return clients::record_none_known(
            session, client, "condition", listed_numbers(session, client.id)
        );
    }
    clients::ConditionRow row;
    row.client = client.id;
    clients::apply(session, args, row);
    row.uuid = session.new_uuid();
    row.added = session.civil_now();
    row.number = clients::insert_condition(session.db(), row);
    clients::something_is_known(session, client.id, "condition");
    return clients::added_row(client.id, row.number, row.uuid);
}

} // namespace

CommandSpec condition_add_command() {
    return command<Args>({
        .summary = "record a pre-existing condition, or that none is known",
        .details = "As the client reports it: nobody diagnoses here. With --none-known it is "
                   "recorded that you asked and the client knows of none; a condition added "
                   "later ends that.",
        .examples =
            {"praxis condition add maria --name \"high blood pressure\" --since 2019 "
             "--diagnosed-by \"Dr Okafor\"",
             "praxis condition add maria --none-known"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
