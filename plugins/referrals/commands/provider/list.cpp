// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "profession_names.hpp"
#include "provider_options.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::optional<std::string> profession;
    std::optional<std::string> language;
    bool accepting = false;
};

void options(Options<Args>& given) {
    given.option(&Args::profession, "profession", "PROFESSION", "only this profession")
        .completed_by(complete_profession);
    given.option(&Args::language, "language", "CODE", "only those who speak this language: es");
    given.flag(&Args::accepting, "accepting", "only those who take new clients");
}

/// "es" finds a provider who speaks "es-MX".
bool speaks(const Provider& provider, const std::string& language) {
    return std::any_of(
        provider.languages.begin(),
        provider.languages.end(),
        [wanted = fold(language)](const std::string& spoken) {
            const auto folded = fold(spoken);
            return folded == wanted || folded.starts_with(wanted + "-");
        }
    );
}

bool is_wanted(const Provider& provider, const Args& args) {
    return (!args.language || speaks(provider, *args.language)) &&
           (!args.accepting || provider.accepts_new_clients.value_or(false));
}

std::string empty_text(const Args& args) {
    return args.profession || args.language || args.accepting
               ? "no provider matches these options"
               : "no provider yet. Add one: praxis provider add --name NAME "
                 "--profession PROFESSION";
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
             {"uuid", "UUID", Align::left, true},
             {"title", "Title", Align::left, true},
             {"credentials", "Credentials", Align::left, true},
             {"salutation", "Salutation", Align::left, true},
             {"languages", "Languages", Align::left, true},
             {"accepts_new_clients", "Accepts new clients", Align::left, true}},
        .rows = {},
        .when_empty = empty_text(args)};
    const auto profession =
        args.profession
            ? std::optional{ProfessionNames{session}.get(*args.profession, "--profession")}
            : std::nullopt;
    for (const auto& provider : all_providers(session.db(), profession)) {
        if (!is_wanted(provider, args)) {
            continue;
        }
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
             provider.uuid,
             provider.title,
             provider.credentials,
             provider.salutation,
             list_value(provider.languages),
             provider.accepts_new_clients}
        );
    }
    return table;
}

} // namespace

CommandSpec provider_list_command() {
    return command<Args>({
        .summary = "list the professionals to whom you refer clients",
        .examples =
            {"praxis provider list",
             "praxis provider list --profession chiropractor",
             "praxis provider list --profession GP --language es --accepting"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
