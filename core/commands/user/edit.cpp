// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"
#include "session/people.hpp"

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
    bool new_passphrase = false;
    std::optional<std::string> new_passphrase_file;
};

void options(Options<Args>& options) {
    options.argument(&Args::user, "USER", "id or name of the user");
    options.option(&Args::name, "name", "NAME", "as letters show it");
    options.option(&Args::profession, "profession", "TEXT", "such as massage therapist");
    options.option(&Args::licence, "licence", "NUMBER", "as letters show it");
    options.option(&Args::qualifications, "qualifications", "TEXT", "degrees and certificates");
    options.option(&Args::phone, "phone", "NUMBER", "where a colleague can call back");
    options.option(&Args::email, "email", "ADDRESS", "e-mail address");
    options.flag(&Args::active, "active", "the user works here again");
    options.flag(
        &Args::inactive, "inactive", "the user no longer works here; the records keep the name"
    );
    options.flag(
        &Args::new_passphrase, "new-passphrase", "set a new passphrase; praxis asks for it"
    );
    options.option(
        &Args::new_passphrase_file,
        "new-passphrase-file",
        "FILE",
        "file whose first line is the new passphrase; - for stdin"
    );
}

/// Changes one slot of the key file; it does not re-encrypt records.
void change_passphrase(HostSession& session, UserId user, const Args& args) {
    if (!session.unlocked()) {
        throw Refused(
            "this practice is not encrypted: it has no passphrase", "see its state: praxis doctor"
        );
    }
    const auto passphrase = session.new_passphrase(args.new_passphrase_file);
    if (!passphrase) {
        throw NeedsInput("the new passphrase is missing", "give --new-passphrase-file FILE");
    }
    session.give_key(user, passphrase);
    if (session.unlocked()->user != user.str()) {
        session.report(user.str() + " now signs with a new key; earlier signatures stay valid");
    }
}

void revoke_access(HostSession& session, UserId user) {
    if (session.unlocked() && session.unlocked()->user == user.str()) {
        throw Refused(
            "the practice is open with the passphrase of " + user.str(),
            "let another user run this command with their own passphrase"
        );
    }
    session.take_key(user);
    if (session.unlocked()) {
        session.report(
            "the passphrase of " + user.str() +
            " no longer opens this practice, but still opens older copies and backups. To "
            "re-encrypt the records with a new key: praxis practice edit --new-key"
        );
    }
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
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
        throw UsageError("--active and --inactive contradict each other");
    }
    if (args.active || args.inactive) {
        user.active = args.active;
        ++changes;
    }
    if (args.inactive) {
        revoke_access(session, user.id);
    }
    if (args.new_passphrase || args.new_passphrase_file) {
        change_passphrase(session, user.id, args);
        ++changes;
    }
    if (changes == 0) {
        throw UsageError(
            "there is nothing to change",
            "give --licence, --phone, --inactive ...; praxis help user edit"
        );
    }
    if (user.name.empty()) {
        throw Refused("--name is empty; a user needs a name");
    }
    update_user(session.db(), user);
    return Message{user.id.str(), Value::Object{{"id", user.id.str()}}};
}

} // namespace

CommandSpec user_edit_command() {
    return command<Args>({
        .summary = "change a user of the practice",
        .details = "An empty text clears a field.",
        .examples =
            {"praxis user edit ines --phone \"+1 555 0100\"",
             "praxis user edit U-0002 --inactive",
             "praxis user edit ines --new-passphrase"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
