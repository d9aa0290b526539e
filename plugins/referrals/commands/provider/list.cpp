// SPDX-License-Identifier: MIT
#include "provider.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::optional<std::string> profession;
};

void options(Options<Args>& given) {
    given.option(&Args::profession, "profession", "PROFESSION", "only this profession")
        .choices(professions());
}

Result run(Session& session, const Args& args) {
    Table table{
        .columns =
            {{"id", "Id"},
             {"name", "Name"},
             {"profession", "Profession"},
             {"organisation", "Organisation"},
             {"phone", "Phone"},
             {"email", "E-mail"},
             {"address", "Address", Align::left, true},
             {"fax", "Fax", Align::left, true},
             {"preferred_way", "Preferred way", Align::left, true},
             {"notes", "Notes", Align::left, true},
             {"uuid", "UUID", Align::left, true}},
        .rows = {},
        .when_empty = args.profession ? "no provider has that profession"
                                      : "no provider yet. Add one: praxis provider add --name NAME "
                                        "--profession PROFESSION"};
    for (const auto& provider : all_providers(session.db(), args.profession)) {
        table.rows.push_back(
            {provider.id.str(),
             provider.name,
             provider.profession,
             provider.organisation,
             provider.phone,
             provider.email,
             provider.address,
             provider.fax,
             provider.preferred_way,
             provider.notes,
             provider.uuid}
        );
    }
    return table;
}

} // namespace

CommandSpec provider_list_command() {
    return command<Args>({
        .summary = "list the professionals to whom you refer clients",
        .examples = {"praxis provider list", "praxis provider list --profession chiropractor"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
