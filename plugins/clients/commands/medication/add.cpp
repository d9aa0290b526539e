// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/health_options.hpp"
#include "options/medication_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::MedicationOptions {
    std::string client;
    bool none_known = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    clients::add_medication_options(options);
    options.flag(&Args::none_known, "none-known", "the client was asked and knows of none");
}

std::vector<std::int64_t> listed_numbers(Session& session, ClientId client) {
    std::vector<std::int64_t> listed;
    for (const auto& row : clients::medications_of(session.db(), client)) {
        if (clients::is_taken(row, session.today())) {
            listed.push_back(row.number);
        }
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
            session, client, "medication", listed_numbers(session, client.id)
        );
    }
    clients::MedicationRow row;
    row.client = client.id;
    clients::apply(session, args, row);
    row.uuid = session.new_uuid();
    row.added = session.civil_now();
    row.number = clients::insert_medication(session.db(), row);
    if (clients::is_taken(row, session.today())) {
        clients::something_is_known(session, client.id, "medication");
    }
    return clients::added_row(client.id, row.number, row.uuid);
}

} // namespace

CommandSpec medication_add_command() {
    return command<Args>({
        .summary = "record a medication, or that none is taken",
        .examples =
            {"praxis medication add maria --name ibuprofen --dose \"400 mg, as needed\" --kind "
             "over-the-counter --reason \"back pain\"",
             "praxis medication add maria --none-known"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
