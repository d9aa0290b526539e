// SPDX-License-Identifier: MIT
#include "practice/file.hpp"

#include <praxis/abi.h>
#include <praxis/command.hpp>

namespace praxis {
namespace {

Result run(Session& /*session*/, const NoArgs& /*args*/) {
    const auto api = std::to_string(PRAXIS_API_MAJOR) + "." + std::to_string(PRAXIS_API_MINOR);
    return Record{{
        {"version", "praxis", PRAXIS_VERSION},
        {"storage", "storage", practice::storage_engine()},
        {"encryption",
         "encryption",
         practice::can_encrypt() ? "new practices are encrypted"
                                 : "none: this praxis was built without SQLCipher"},
        {"plugin_api", "plugin API", api},
    }};
}

} // namespace

CommandSpec version_command() {
    return command<NoArgs>({
        .summary = "show the version, storage engine and encryption",
        .examples = {"praxis version", "praxis version --json"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
