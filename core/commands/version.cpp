// SPDX-License-Identifier: MIT
#include "practice/file.hpp"
#include "session/host_session.hpp"
#include "system/disk.hpp"
#include "system/process_protection.hpp"

#include <praxis/abi.h>
#include <praxis/command.hpp>

#include <boost/filesystem.hpp>

namespace praxis {
namespace {

/// What the disk of the practice offers; nothing when there is no practice.
Value disk_of(const std::string& path) {
    boost::system::error_code error;
    return boost::filesystem::exists(path, error) ? Value{practice::disk_protection(path).sentence}
                                                  : Value{};
}

Result run(Session& session, const NoArgs& /*args*/) {
    const auto api = std::to_string(PRAXIS_API_MAJOR) + "." + std::to_string(PRAXIS_API_MINOR);
    return Record{{
        {"version", "praxis", PRAXIS_VERSION},
        {"storage", "storage", practice::storage_engine()},
        {"encryption",
         "encryption",
         practice::can_encrypt() ? "new practices are encrypted"
                                 : "none: this praxis was built without SQLCipher"},
        {"disk", "disk", disk_of(host_session(session).practice_path())},
        {"hardening", "compiled in", compiled_protections()},
        {"plugin_api", "plugin API", api},
    }};
}

} // namespace

CommandSpec version_command() {
    return command<NoArgs>({
        .summary = "version, storage engine, encryption",
        .examples = {"praxis version", "praxis version --json"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
