// SPDX-License-Identifier: MIT
#include "backup/scratch.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string file;
};

void options(Options<Args>& options) {
    options.argument(&Args::file, "file", "the backup");
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    backup::Passphrase passphrase{
        [&] { return backup::backup_passphrase(session); }, session.setting("user")};
    const auto restored = backup::try_restore(session, args.file, passphrase);
    const auto& header = restored.header;
    if (const auto warning = backup::warning_about(header.key); !warning.empty()) {
        session.report(warning);
    }
    if (restored.alteration) {
        session.end_with(Exit::practice);
    }
    return Record{{
        {"file", "file", args.file},
        {"restores", "restores", true},
        {"practice", "practice", header.practice},
        {"name", "name", restored.name},
        {"made", "made", session.zone().at(header.created).iso()},
        {"praxis", "made by praxis", header.praxis},
        {"opens_with", "opens with", backup::protection(header.key)},
        {"tables", "tables", static_cast<std::int64_t>(restored.tables.size())},
        {"rows", "rows", backup::rows_of(restored.tables)},
        {"altered", "altered", Value{restored.alteration}},
    }};
}

} // namespace

CommandSpec backup_verify_command() {
    return command<Args>({
        .summary = "check that a backup restores",
        .examples = {"praxis backup verify /media/stick/today.praxis-backup"},
        .exits =
            {{Exit::done, "the backup restores"},
             {Exit::refused, "the file cannot be read"},
             {Exit::needs_input, "the passphrase of the backup is missing"},
             {Exit::practice, "the backup is damaged or altered, or the passphrase is wrong"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
