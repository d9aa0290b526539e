// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "provider.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string name;
    std::string profession;
    std::string organisation;
    std::string address;
    std::string phone;
    std::string email;
    std::string fax;
    std::string prefer;
    std::string notes;
};

void options(Options<Args>& given) {
    given.option(&Args::name, "name", "NAME", "name as it appears in letters").required();
    given.option(&Args::profession, "profession", "PROFESSION", "their profession")
        .choices(professions())
        .required();
    given.option(&Args::organisation, "organisation", "NAME", "clinic or practice");
    given.option(&Args::address, "address", "TEXT", "postal address, line by line");
    given.option(&Args::phone, "phone", "NUMBER", "phone number");
    given.option(&Args::email, "email", "ADDRESS", "e-mail address");
    given.option(&Args::fax, "fax", "NUMBER", "fax number");
    given.option(&Args::prefer, "prefer", "WAY", "how they prefer to receive letters")
        .choices(ways());
    given.option(&Args::notes, "notes", "TEXT", "for the practice only; never in a letter");
}

void report_namesakes(Session& session, const Provider& provider) {
    for (const auto& other : all_providers(session.db(), std::nullopt)) {
        if (fold(other.name) == fold(provider.name)) {
            session.report(
                other.id.str() + " (" + display_name(other.profession) + ") has the same name"
            );
        }
    }
}

Result run(Session& session, const Args& args) {
    Provider provider;
    provider.uuid = session.new_uuid();
    provider.name = trim(args.name);
    if (provider.name.empty()) {
        throw UsageError("--name is empty", "give --name NAME");
    }
    provider.profession = args.profession;
    provider.organisation = text_or_nothing(args.organisation);
    provider.address = text_or_nothing(args.address);
    provider.phone = text_or_nothing(args.phone);
    provider.email = text_or_nothing(args.email);
    provider.fax = text_or_nothing(args.fax);
    provider.preferred_way = text_or_nothing(args.prefer);
    provider.notes = text_or_nothing(args.notes);
    provider.created_at = session.now();
    check_email(provider.email);
    report_namesakes(session, provider);
    provider.id = insert_provider(session.db(), provider);
    return Message{provider.id.str(), provider_value(provider)};
}

} // namespace

CommandSpec provider_add_command() {
    return command<Args>({
        .summary = "register a professional to whom you refer clients",
        .examples = {"praxis provider add --name \"Dr. Ana Kim\" --profession chiropractor "
                     "--organisation \"Spine Clinic\" --email ana@spine.example"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
