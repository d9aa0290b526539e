// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "provider.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string provider;
};

void options(Options<Args>& given) {
    given.argument(&Args::provider, "PROVIDER", "id or name");
}

Value ids_value(const std::vector<ProviderId>& ids) {
    Value::Array list;
    for (const auto& id : ids) {
        list.emplace_back(id.str());
    }
    return list;
}

Result run(Session& session, const Args& args) {
    const auto provider = get_provider(session.db(), args.provider);
    return Record{{
        {"id", "Id", provider.id.str()},
        {"uuid", "UUID", provider.uuid},
        {"name", "Name", provider.name},
        {"title", "Title", provider.title},
        {"credentials", "Credentials", provider.credentials},
        {"salutation", "Salutation", provider.salutation},
        {"profession", "Profession", provider.profession},
        {"organisation", "Organisation", provider.organisation},
        {"address", "Address", provider.address},
        {"phone", "Phone", provider.phone},
        {"email", "E-mail", provider.email},
        {"fax", "Fax", provider.fax},
        {"preferred_way", "Preferred way", provider.preferred_way},
        {"languages", "Languages", list_value(provider.languages)},
        {"accepts_new_clients", "Accepts new clients", provider.accepts_new_clients},
        {"notes", "Notes", provider.notes},
        {"referrals", "Referrals", count_referrals(session.db(), provider.id)},
        {"merged_into",
         "Merged into",
         provider.merged_into ? Value{provider.merged_into->str()} : Value{}},
        {"merged", "Merged from", ids_value(merged_providers(session.db(), provider.id))},
    }};
}

} // namespace

CommandSpec provider_show_command() {
    return command<Args>({
        .summary = "show one provider",
        .examples = {"praxis provider show \"Ana Kim\"", "praxis provider show P-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
