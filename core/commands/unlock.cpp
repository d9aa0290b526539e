// SPDX-License-Identifier: MIT
#include "keys/keyring.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr int most_minutes = 12 * 60; // a working day; after that somebody has gone home

struct Args {
    int minutes = 15;
};

void options(Options<Args>& options) {
    options.option(&Args::minutes, "minutes", "N", "how long; default: 15, at most 720");
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (args.minutes < 1 || args.minutes > most_minutes) {
        throw UsageError("--minutes: from 1 to " + std::to_string(most_minutes));
    }
    const auto path = session.practice_path();
    const auto keys = practice::read_key_file(path);
    if (!keys) {
        throw Refused(
            "the practice " + path + " is not encrypted, or there is none",
            "praxis doctor says how it is protected"
        );
    }
    const auto description = practice::keyring::description_of(keys->text);
    practice::keyring::forget(description); // so that the passphrase is asked for
    const auto unlocked = session.unlock(keys->slots, keys->text);
    practice::keyring::keep(description, unlocked, std::chrono::minutes{args.minutes});
    const auto until = session.zone().at(session.now() + std::chrono::minutes{args.minutes});
    session.report("unlocked until " + until.civil().str() + ", or: praxis lock");
    return Message{
        "",
        Value::Object{{"user", unlocked.user}, {"until", until.iso()}},
    };
}

} // namespace

CommandSpec unlock_command() {
    return command<Args>({
        .summary = "keep the practice open for a while",
        .details = "The kernel keeps the key in your own keyring until the time is over, you lock "
                   "it, or the machine is switched off. It is never written to a disk.",
        .examples = {"praxis unlock", "praxis unlock --minutes 240"},
        .exits =
            {{Exit::refused, "the practice is not encrypted"},
             {Exit::needs_input, "the passphrase is missing"},
             {Exit::practice, "the passphrase is wrong, or the practice cannot be opened"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
