// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "provider.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace referrals;
using Word = std::optional<std::string>;

struct Args {
    std::string provider;
    Word name;
    Word profession;
    Word organisation;
    Word address;
    Word phone;
    Word email;
    Word fax;
    Word prefer;
    Word notes;
};

void options(Options<Args>& given) {
    given.argument(&Args::provider, "PROVIDER", "id, or words of the name");
    given.option(&Args::name, "name", "NAME", "as letters address them");
    given.option(&Args::profession, "profession", "PROFESSION", "what they practise")
        .choices(professions());
    given.option(&Args::organisation, "organisation", "NAME", "clinic or practice");
    given.option(&Args::address, "address", "TEXT", "postal address, lines as they are printed");
    given.option(&Args::phone, "phone", "NUMBER", "telephone");
    given.option(&Args::email, "email", "ADDRESS", "electronic mail");
    given.option(&Args::fax, "fax", "NUMBER", "fax");
    given.option(&Args::prefer, "prefer", "WAY", "print, email or hand");
    given.option(&Args::notes, "notes", "TEXT", "for the practice only, in no letter");
}

bool any_given(const Args& args) {
    return args.name || args.profession || args.organisation || args.address || args.phone ||
           args.email || args.fax || args.prefer || args.notes;
}

void check_way(const std::optional<std::string>& way) {
    if (way && *way != "print" && *way != "email" && *way != "hand") {
        throw UsageError("--prefer takes print, email or hand");
    }
}

Result run(Session& session, const Args& args) {
    auto provider = get_provider(session.db(), args.provider);
    if (!any_given(args)) {
        throw UsageError(
            "nothing to change: give --phone, --email, --address or another option",
            "praxis help provider edit"
        );
    }
    if (args.name) {
        provider.name = trim(*args.name);
        if (provider.name.empty()) {
            throw UsageError("--name is empty");
        }
    }
    provider.profession = args.profession.value_or(provider.profession);
    set_text(provider.organisation, args.organisation);
    set_text(provider.address, args.address);
    set_text(provider.phone, args.phone);
    set_text(provider.email, args.email);
    set_text(provider.fax, args.fax);
    set_text(provider.preferred_way, args.prefer);
    set_text(provider.notes, args.notes);
    check_email(provider.email);
    check_way(provider.preferred_way);
    update_provider(session.db(), provider);
    return Message{provider.id.str(), provider_value(provider)};
}

} // namespace

CommandSpec provider_edit_command() {
    return command<Args>({
        .summary = "change what is known of a provider",
        .details = "An empty text clears a field. Letters that were sent keep what they said.",
        .examples = {"praxis provider edit \"Ana Kim\" --phone \"+1 555 0144\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
