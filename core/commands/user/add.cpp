// SPDX-License-Identifier: MIT
#include "people.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string name;
    std::string profession = "massage therapist";
    std::string licence;
    std::string qualifications;
    std::string phone;
    std::string email;
};

void options(Options<Args>& options) {
    options.option(&Args::name, "name", "NAME", "as letters show it").required();
    options.option(&Args::profession, "profession", "WORDS", "default: massage therapist");
    options.option(&Args::licence, "licence", "NUMBER", "as letters show it");
    options.option(&Args::qualifications, "qualifications", "TEXT", "degrees and certificates");
    options.option(&Args::phone, "phone", "NUMBER", "where a colleague can call back");
    options.option(&Args::email, "email", "ADDRESS", "e-mail address");
}

Result run(Session& session, const Args& args) {
    if (trim(args.name).empty()) {
        throw UsageError("--name: a user needs a name");
    }
    User user;
    user.uuid = session.new_uuid();
    user.name = trim(args.name);
    user.profession = args.profession;
    user.licence = args.licence;
    user.qualifications = args.qualifications;
    user.phone = args.phone;
    user.email = args.email;
    const auto id = insert_user(session.db(), user, session.now());
    return Message{id.str(), Value::Object{{"id", id.str()}}};
}

} // namespace

Card user_add_command() {
    return command<Args>({
        .summary = "add somebody who works here",
        .examples = {"praxis user add --name \"Ines Moreau\" --licence LMT-1044"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
