// SPDX-License-Identifier: MIT
#include "keys/keyring.hpp"
#include "practice/key_file.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

Result run(Session& any_session, const NoArgs& /*args*/) {
    auto& session = host_session(any_session);
    const auto keys = practice::read_key_file(session.practice_path());
    const bool forgot =
        keys && practice::keyring::forget(practice::keyring::description_of(keys->text));
    session.report(forgot ? "the practice is locked" : "the practice was not unlocked");
    return Message{"", Value::Object{{"was_unlocked", forgot}}};
}

} // namespace

CommandSpec lock_command() {
    return command<NoArgs>({
        .summary = "remove the key that praxis unlock keeps",
        .examples = {"praxis lock"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
