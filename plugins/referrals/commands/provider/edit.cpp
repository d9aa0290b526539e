// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "provider.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace referrals;
using Text = std::optional<std::string>;

struct Args {
    std::string provider;
    Text name;
    Text profession;
    Text organisation;
    Text address;
    Text phone;
    Text email;
    Text fax;
    Text prefer;
    Text notes;
};

void options(Options<Args>& given) {
    given.argument(&Args::provider, "PROVIDER", "id or name");
    given.option(&Args::name, "name", "NAME", "name as it appears in letters");
    given.option(&Args::profession, "profession", "PROFESSION", "their profession")
        .choices(professions());
    given.option(&Args::organisation, "organisation", "NAME", "clinic or practice");
    given.option(&Args::address, "address", "TEXT", "postal address, line by line");
    given.option(&Args::phone, "phone", "NUMBER", "phone number");
    given.option(&Args::email, "email", "ADDRESS", "e-mail address");
    given.option(&Args::fax, "fax", "NUMBER", "fax number");
    given.option(
        &Args::prefer, "prefer", "WAY", "how they prefer to receive letters: print, email or hand"
    );
    given.option(&Args::notes, "notes", "TEXT", "for the practice only; never in a letter");
}

bool has_changes(const Args& args) {
    return args.name || args.profession || args.organisation || args.address || args.phone ||
           args.email || args.fax || args.prefer || args.notes;
}

void check_way(const std::optional<std::string>& way) {
    if (way && *way != "print" && *way != "email" && *way != "hand") {
        throw UsageError("--prefer takes print, email or hand", "praxis help provider edit");
    }
}

Result run(Session& session, const Args& args) {
    auto provider = get_provider(session.db(), args.provider);
    if (!has_changes(args)) {
        throw UsageError(
            "nothing to change: give --phone, --email, --address or another option",
            "praxis help provider edit"
        );
    }
    if (args.name) {
        provider.name = trim(*args.name);
        if (provider.name.empty()) {
            throw UsageError("--name is empty", "give --name NAME");
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
        .summary = "change a provider's details",
        .details = "An empty text clears a field. A letter that was sent does not change.",
        .examples = {"praxis provider edit \"Ana Kim\" --phone \"+1 555 0144\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
