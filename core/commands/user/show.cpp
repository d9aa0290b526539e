// SPDX-License-Identifier: MIT
#include "session/people.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string user;
};

void options(Options<Args>& options) {
    options.argument(&Args::user, "USER", "id or name of the user");
}

Value text_or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

Result run(Session& session, const Args& args) {
    const auto user = get_user(session.db(), args.user);
    return Record{{
        {"id", "id", user.id.str()},
        {"name", "name", user.name},
        {"profession", "profession", text_or_null(user.profession)},
        {"licence", "licence", text_or_null(user.licence)},
        {"qualifications", "qualifications", text_or_null(user.qualifications)},
        {"phone", "phone", text_or_null(user.phone)},
        {"email", "e-mail", text_or_null(user.email)},
        {"active", "active", user.active},
        {"uuid", "UUID", user.uuid},
    }};
}

} // namespace

CommandSpec user_show_command() {
    return command<Args>({
        .summary = "show one user of the practice",
        .examples = {"praxis user show U-0001", "praxis user show ines"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
