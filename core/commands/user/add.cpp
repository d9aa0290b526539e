// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"
#include "session/people.hpp"

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
    std::optional<std::string> new_passphrase_file;
};

void options(Options<Args>& options) {
    options.option(&Args::name, "name", "NAME", "as letters show it").required();
    options.option(&Args::profession, "profession", "TEXT", "default: massage therapist");
    options.option(&Args::licence, "licence", "NUMBER", "as letters show it");
    options.option(&Args::qualifications, "qualifications", "TEXT", "degrees and certificates");
    options.option(&Args::phone, "phone", "NUMBER", "where a colleague can call back");
    options.option(&Args::email, "email", "ADDRESS", "e-mail address");
    options.option(
        &Args::new_passphrase_file,
        "new-passphrase-file",
        "FILE",
        "file with the new user's passphrase; default: the user types it"
    );
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (trim(args.name).empty()) {
        throw UsageError("--name is empty; a user needs a name");
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
    // The user who created the practice without --therapist already has a passphrase.
    const bool knows_one = !session.unlocked() || session.unlocked()->user == id.str();
    const auto passphrase =
        knows_one ? std::nullopt : session.new_passphrase(args.new_passphrase_file);
    session.give_key(id, passphrase);
    if (!knows_one && !passphrase) {
        session.report(
            id.str() + " cannot open the practice yet; give them a passphrase: praxis user edit " +
            id.str() + " --new-passphrase"
        );
    }
    return Message{id.str(), Value::Object{{"id", id.str()}}};
}

} // namespace

CommandSpec user_add_command() {
    return command<Args>({
        .summary = "add a user of the practice",
        .examples = {"praxis user add --name \"Ines Moreau\" --licence LMT-1044"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
