// SPDX-License-Identifier: MIT
#include "keys/keyring.hpp"
#include "practice/key_file.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr int most_minutes = 12 * 60; // a working day

struct Args {
    int minutes = 15;
};

void options(Options<Args>& options) {
    options.option(&Args::minutes, "minutes", "N", "how many minutes; default: 15, at most 720");
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    if (args.minutes < 1 || args.minutes > most_minutes) {
        throw UsageError("--minutes: give a number from 1 to " + std::to_string(most_minutes));
    }
    const auto path = session.practice_path();
    const auto keys = practice::read_key_file(path);
    if (!keys) {
        throw Refused(
            "the practice " + path + " does not exist or is not encrypted",
            "see its state: praxis doctor"
        );
    }
    const auto description = practice::keyring::description_of(practice::local_path(path));
    practice::keyring::forget(description); // so that praxis asks for the passphrase
    const auto unlocked = session.unlock(keys->slots, keys->text);
    const std::chrono::minutes time{args.minutes};
    practice::keyring::keep(description, keys->text, unlocked, time);
    const auto until = session.zone().at(session.now() + time);
    session.report("unlocked until " + until.civil().str() + "; to lock it earlier: praxis lock");
    return Message{
        "",
        Value::Object{{"user", unlocked.user}, {"until", until.iso()}},
    };
}

} // namespace

CommandSpec unlock_command() {
    return command<Args>({
        .summary = "open the practice for a limited time without asking again",
        .details = "The kernel keeps the key in your keyring until the time is over, you lock the "
                   "practice, or the machine is switched off. It never writes the key to disk.",
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
