// SPDX-License-Identifier: MIT
#include "keys/keyring.hpp"
#include "practice/key_file.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

Result run(Session& any_session, const NoArgs& /*args*/) {
    auto& session = host_session(any_session);
    // The key file may have changed since, or be lost: only the practice's place counts.
    const auto path = practice::local_path(session.practice_path());
    const bool forgot = practice::keyring::forget(practice::keyring::description_of(path));
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
