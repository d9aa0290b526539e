// SPDX-License-Identifier: MIT
#include "people.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string user;
    std::optional<std::string> name;
    std::optional<std::string> profession;
    std::optional<std::string> licence;
    std::optional<std::string> qualifications;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    bool active = false;
    bool inactive = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::user, "USER", "id, or words of the name");
    options.option(&Args::name, "name", "NAME", "as letters show it");
    options.option(&Args::profession, "profession", "WORDS", "such as massage therapist");
    options.option(&Args::licence, "licence", "NUMBER", "as letters show it");
    options.option(&Args::qualifications, "qualifications", "TEXT", "degrees and certificates");
    options.option(&Args::phone, "phone", "NUMBER", "where a colleague can call back");
    options.option(&Args::email, "email", "ADDRESS", "e-mail address");
    options.flag(&Args::active, "active", "works here again");
    options.flag(&Args::inactive, "inactive", "works here no more; the records keep the name");
}

Result run(Session& session, const Args& args) {
    auto user = get_user(session.db(), args.user);
    int changes = 0;
    const auto take = [&](const std::optional<std::string>& given, std::string& field) {
        if (given) {
            field = trim(*given);
            ++changes;
        }
    };
    take(args.name, user.name);
    take(args.profession, user.profession);
    take(args.licence, user.licence);
    take(args.qualifications, user.qualifications);
    take(args.phone, user.phone);
    take(args.email, user.email);
    if (args.active && args.inactive) {
        throw UsageError("--active and --inactive exclude each other");
    }
    if (args.active || args.inactive) {
        user.active = args.active;
        ++changes;
    }
    if (changes == 0) {
        throw UsageError("nothing to change was given", "give --licence, --phone, --inactive ...");
    }
    if (user.name.empty()) {
        throw Refused("a user needs a name");
    }
    update_user(session.db(), user);
    return Message{user.id.str(), Value::Object{{"id", user.id.str()}}};
}

} // namespace

Card user_edit_command() {
    return command<Args>({
        .summary = "change what is known of somebody who works here",
        .details = "An empty text clears a field.",
        .examples =
            {"praxis user edit ines --phone \"+1 555 0100\"", "praxis user edit U-0002 --inactive"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
