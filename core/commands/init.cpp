// SPDX-License-Identifier: MIT
#include "host_session.hpp"
#include "people.hpp"
#include "practice/file.hpp"
#include "practice/journal.hpp"
#include "practice/keys.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string name;
    std::string therapist;
    std::string profession = "massage therapist";
    std::string licence;
    std::string address;
    std::string phone;
    std::string email;
    std::string jurisdiction;
    std::optional<std::string> time_zone;
    bool unencrypted = false;
};

void options(Options<Args>& options) {
    options.option(&Args::name, "name", "NAME", "name of the practice, as letters show it")
        .required();
    options.option(&Args::therapist, "therapist", "NAME", "your own name");
    options.option(&Args::profession, "profession", "WORDS", "default: massage therapist");
    options.option(&Args::licence, "licence", "NUMBER", "your licence, as letters show it");
    options.option(&Args::address, "address", "TEXT", "address of the practice");
    options.option(&Args::phone, "phone", "NUMBER", "phone of the practice");
    options.option(&Args::email, "email", "ADDRESS", "e-mail of the practice");
    options.option(&Args::jurisdiction, "jurisdiction", "CODE", "whose rules hold, such as US-MI");
    options.option(
        &Args::time_zone, "time-zone", "ZONE", "such as Europe/Paris; default: this machine's"
    );
    options.flag(
        &Args::unencrypted, "unencrypted", "keep the records readable by anybody who has the disk"
    );
}

/// What the person must know about a practice that praxis does not encrypt.
constexpr const char* plain_warning =
    "the records of this practice are NOT encrypted by praxis: whoever has the disk can read them";

bool encrypts(const Args& args) {
    if (args.unencrypted) {
        return false;
    }
    if (!practice::can_encrypt()) {
        throw Refused(
            "this praxis was built without encryption",
            "praxis init --unencrypted, on a disk that is encrypted itself"
        );
    }
    return true;
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    const bool encrypted = encrypts(args);
    if (trim(args.name).empty()) {
        throw UsageError("--name: a practice needs a name");
    }
    const TimeZone zone = args.time_zone ? TimeZone{*args.time_zone} : session.zone();
    const auto path = session.practice_path();
    if (session.globals().dry_run) {
        session.say("a dry run: nothing was written");
        return Message{path};
    }

    std::optional<practice::DataKey> key;
    std::string keys;
    if (encrypted) {
        key.emplace(session.around().fill_random);
        const auto passphrase = session.passphrase(true);
        keys = practice::write_keys(
            {practice::seal(*key, UserId{1}.str(), passphrase, session.around().fill_random)}
        );
    }
    practice::NewFile file{path, key ? &*key : nullptr};
    session.adopt(file.db(), path);
    session.migrate();
    practice::watch_tables(file.db(), {"core_"});
    SQLite::Transaction transaction{file.db()};
    practice::begin_change_set(
        file.db(),
        {session.now(), std::nullopt, session.around().environment("USER").value_or(""), "init"}
    );
    Practice practice;
    practice.uuid = session.new_uuid();
    practice.name = trim(args.name);
    practice.address = args.address;
    practice.phone = args.phone;
    practice.email = args.email;
    practice.time_zone = zone.name();
    practice.jurisdiction = args.jurisdiction;
    insert_practice(file.db(), practice, session.now());
    if (!args.therapist.empty()) {
        User user;
        user.uuid = session.new_uuid();
        user.name = args.therapist;
        user.profession = args.profession;
        user.licence = args.licence;
        insert_user(file.db(), user, session.now());
    }
    transaction.commit();
    file.finish(keys);
    session.close();

    if (!encrypted) {
        session.say(plain_warning);
    }
    if (args.therapist.empty()) {
        session.say("next: say who works here: praxis user add --name \"Your name\" --licence ...");
    }
    return Message{
        path,
        Value::Object{
            {"practice", path},
            {"encrypted", encrypted},
            {"time_zone", zone.name()},
        }};
}

} // namespace

Card init_command() {
    return command<Args>({
        .summary = "make a new practice",
        .details = "The practice is one file, encrypted with a random key; your passphrase opens "
                   "the key. Nobody can read the records without it, praxis's makers included: "
                   "keep it safe.",
        .examples =
            {"praxis init --name \"Hands On\" --therapist \"Ines Moreau\" --licence LMT-1044",
             "praxis --practice /media/stick/practice.db init --name \"Hands On\" --unencrypted"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
