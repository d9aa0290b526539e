// SPDX-License-Identifier: MIT
#include "session/people.hpp"

#include <praxis/command.hpp>

#include <cstddef>
#include <string>

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

/// In groups of four digits, to read out; null without a key.
Value key_of(Session& session, UserId user) {
    constexpr std::size_t group = 4;
    const auto key = find_signing_key(session.db(), user);
    if (!key) {
        return {};
    }
    std::string text;
    for (std::size_t i = 0; i < key->public_key.size(); i += group) {
        text += (i > 0 ? " " : "") + key->public_key.substr(i, group);
    }
    return text;
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
        {"signing_key", "signing key", key_of(session, user.id)},
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
