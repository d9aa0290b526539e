// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/allergy_options.hpp"
#include "options/health_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::AllergyOptions {
    std::string client;
    bool none_known = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    clients::add_allergy_options(options);
    options.flag(&Args::none_known, "none-known", "the client was asked and knows of none");
}

std::vector<std::int64_t> listed_numbers(Session& session, ClientId client) {
    std::vector<std::int64_t> listed;
    for (const auto& row : clients::allergies_of(session.db(), client)) {
        listed.push_back(row.number);
    }
    return listed;
}

Result run(Session& session, const Args& args) {
    clients::check_none_known(
        args.none_known, clients::any_given(args), args.substance.has_value(), "--substance"
    );
    const auto client = clients::get_client(session, args.client);
    if (args.none_known) {
        return clients::record_none_known(
            session, client, "allergy", listed_numbers(session, client.id)
        );
    }
    clients::AllergyRow row;
    row.client = client.id;
    clients::apply(session, args, row);
    row.uuid = session.new_uuid();
    row.added = session.civil_now();
    row.number = clients::insert_allergy(session.db(), row);
    clients::something_is_known(session, client.id, "allergy");
    return clients::added_row(client.id, row.number, row.uuid);
}

} // namespace

CommandSpec allergy_add_command() {
    return command<Args>({
        .summary = "record an allergy or intolerance, or that none is known",
        .examples =
            {"praxis allergy add maria --substance \"almond oil\" --kind allergy --reaction "
             "rash --severity mild",
             "praxis allergy add maria --none-known"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
