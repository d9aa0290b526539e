// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"
#include "journal/watch.hpp"
#include "keys/keys.hpp"
#include "practice/anchor.hpp"
#include "practice/file.hpp"
#include "practice/place.hpp"
#include "session/host_session.hpp"
#include "session/passphrase.hpp"
#include "session/people.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <pwd.h>
#include <unistd.h>

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
    options.option(
        &Args::therapist, "therapist", "NAME", "your own name; default: your name on this system"
    );
    options.option(&Args::profession, "profession", "TEXT", "default: massage therapist");
    options.option(&Args::licence, "licence", "NUMBER", "your licence, as letters show it");
    options.option(&Args::address, "address", "TEXT", "address of the practice");
    options.option(&Args::phone, "phone", "NUMBER", "phone of the practice");
    options.option(&Args::email, "email", "ADDRESS", "e-mail of the practice");
    options.option(
        &Args::jurisdiction,
        "jurisdiction",
        "CODE",
        "the country and state whose rules apply, such as US-MI"
    );
    options.option(
        &Args::time_zone, "time-zone", "ZONE", "such as Europe/Paris; default: this machine's"
    );
    options.flag(
        &Args::unencrypted,
        "unencrypted",
        "do not encrypt: anybody who has the disk can read the records"
    );
}

bool encrypts(const Args& args) {
    if (args.unencrypted) {
        return false;
    }
    if (!practice::can_encrypt()) {
        throw Refused(
            "this praxis was built without encryption",
            "use an encrypted disk and run: praxis init --unencrypted"
        );
    }
    return true;
}

/// The slots of a new practice: one for the user who makes it, one for the recovery code.
struct NewKeys {
    practice::Unlocked mine;
    std::vector<practice::KeySlot> slots;
    practice::Identity recovery;
    std::string recovery_code;
};

NewKeys new_keys(HostSession& session, const Args& args) {
    const auto& fill_random = session.environment().fill_random;
    const auto passphrase = session.passphrase(true);
    const auto user = UserId{1}.str();
    if (const auto weakness = weakness_of(passphrase, args.name, args.therapist)) {
        session.report(describe_weakness(*weakness, user));
    }
    NewKeys keys{
        {user, practice::Identity{fill_random}, practice::DataKey{fill_random}},
        {},
        practice::Identity{fill_random},
        practice::new_recovery_code(fill_random)};
    const auto& mine = keys.mine;
    keys.slots.push_back(practice::seal(mine.key, mine.identity, mine.user, passphrase, fill_random)
    );
    keys.slots.push_back(practice::seal(
        mine.key,
        keys.recovery,
        std::string{practice::recovery_user},
        practice::read_recovery_code(keys.recovery_code).value(),
        fill_random
    ));
    return keys;
}

/// The message with the recovery code, which praxis never stores.
std::string recovery_message(const std::string& code) {
    return "recovery code: " + code +
           "\nWrite it on paper and lock it away: it opens the records if you lose the passphrase. "
           "praxis does not show it again.";
}

Practice practice_of(HostSession& session, const Args& args, const TimeZone& zone) {
    Practice practice;
    practice.uuid = session.new_uuid();
    practice.name = trim(args.name);
    practice.address = args.address;
    practice.phone = args.phone;
    practice.email = args.email;
    practice.time_zone = zone.name();
    practice.jurisdiction = args.jurisdiction;
    return practice;
}

/// The keys with which the first change set is signed and the practice is opened.
struct FirstKeys {
    const practice::Identity& therapist;
    const practice::Identity* recovery; // null in an unencrypted practice
};

UserId insert_therapist(HostSession& session, const Args& args, const FirstKeys& keys) {
    User user;
    user.uuid = session.new_uuid();
    user.name = args.therapist;
    user.profession = args.profession;
    user.licence = args.licence;
    const auto id = insert_user(session.db(), user, session.now());
    const bool stores_secret = keys.recovery == nullptr;
    insert_signing_key(session.db(), id, keys.therapist, stores_secret, session.now());
    return id;
}

/// Writes the first rows, as a change set that the therapist signs. Returns the journal's head.
practice::Head write_first_rows(
    HostSession& session, const Args& args, const TimeZone& zone, const FirstKeys& keys
) {
    auto& db = session.db();
    const auto& environment = session.environment();
    SQLite::Transaction transaction{db};
    practice::TableWatch watch{db};
    practice::begin_change_set(db);
    practice::insert_secrets(db, environment.fill_random);
    insert_practice(
        db,
        practice_of(session, args, zone),
        environment.clock_is_fixed ? PracticeKind::test : PracticeKind::real,
        session.now()
    );
    const auto therapist = insert_therapist(session, args, keys);
    if (keys.recovery != nullptr) {
        insert_signing_key(db, std::nullopt, *keys.recovery, false, session.now());
    }
    const auto head = practice::end_change_set(
        db,
        {session.now(), therapist, environment.variable("USER").value_or(""), "init"},
        {environment.fill_random,
         [&](SQLite::Database&) { return find_set_key(db, keys.therapist); }}
    );
    transaction.commit();
    return head.value();
}

void make_practice(
    HostSession& session, const Args& args, const TimeZone& zone, const std::optional<NewKeys>& keys
) {
    const auto path = session.practice_path();
    practice::NewFile file{path, keys ? &keys->mine.key : nullptr};
    session.adopt(file.db(), path);
    session.migrate();
    const practice::Identity own{session.environment().fill_random};
    const auto head = write_first_rows(
        session, args, zone, {keys ? keys->mine.identity : own, keys ? &keys->recovery : nullptr}
    );
    practice::write_anchor(file.db(), path, head, session.now());
    file.finish(keys ? practice::write_keys(keys->slots) : "");
    session.close();
}

void report_next(HostSession& session, const std::optional<NewKeys>& keys) {
    if (keys) {
        session.report_secret(recovery_message(keys->recovery_code));
    } else {
        session.report("these records are not encrypted: anyone who has the disk can read them");
    }
}

/// The name of the person who is logged in; empty if the system has none.
std::string system_user(const Environment& environment) {
    const auto name = environment.variable("USER");
    const auto* entry = name ? nullptr : ::getpwuid(::geteuid());
    return trim(name.value_or(entry == nullptr ? "" : entry->pw_name));
}

/// Without --therapist, the therapist has the name of the system's user.
Args with_therapist(HostSession& session, Args args) {
    if (!trim(args.therapist).empty()) {
        return args;
    }
    args.therapist = system_user(session.environment());
    if (args.therapist.empty()) {
        throw UsageError("--therapist is missing: the practice needs your name");
    }
    session.report(
        "your name in this practice is '" + visible(args.therapist) +
        "', as on this system; to change it: praxis user edit U-0001 --name \"Your name\""
    );
    return args;
}

Result run(Session& any_session, const Args& given) {
    auto& session = host_session(any_session);
    const bool encrypted = encrypts(given);
    if (trim(given.name).empty()) {
        throw UsageError("--name is empty; a practice needs a name");
    }
    const TimeZone zone = given.time_zone ? TimeZone{*given.time_zone} : session.zone();
    const auto path = session.practice_path();
    practice::refuse_place(path, "choose another place with --practice PATH");
    if (session.globals().dry_run) {
        session.report("would create the practice " + path);
        session.report("Dry run: praxis wrote nothing.");
        return Message{path};
    }
    const auto args = with_therapist(session, given);
    const auto keys = encrypted ? std::optional{new_keys(session, args)} : std::nullopt;
    make_practice(session, args, zone, keys);
    report_next(session, keys);
    return Message{
        path,
        Value::Object{
            {"practice", path},
            {"encrypted", encrypted},
            {"time_zone", zone.name()},
        }};
}

} // namespace

CommandSpec init_command() {
    return command<Args>({
        .summary = "make a new practice",
        .details = "A practice is one file, encrypted with a random key that your passphrase "
                   "opens. Nobody can read the records without the passphrase or the recovery "
                   "code, not even the makers of praxis: keep both safe.",
        .examples =
            {"praxis init --name \"Hands On\" --therapist \"Ines Moreau\" --licence LMT-1044",
             "praxis --practice /media/stick/practice.db init --name \"Hands On\" --unencrypted"},
        .exits =
            {{Exit::refused, "there is a practice already, or a value is not valid"},
             {Exit::needs_input, "the passphrase is missing"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
