// SPDX-License-Identifier: MIT
#include "backup/create.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> output;
    bool force = false;
    bool unencrypted = false;
};

void options(Options<Args>& options) {
    options
        .option(
            &Args::output,
            "output",
            "FILE",
            "the file to write; default: a name with the time, in the folder `backups` beside the "
            "practice"
        )
        .letter('o');
    options.flag(&Args::force, "force", "replace FILE if it exists");
    options.flag(
        &Args::unencrypted,
        "unencrypted",
        "accept that anybody can read the backup of a plain practice, as without this option"
    );
}

Result run(Session& session, const Args& args) {
    const auto made =
        backup::create_backup(host_session(session), {args.output, args.force, args.unencrypted});
    const auto rows = backup::rows_of(made.tables);
    const auto contents =
        std::to_string(made.tables.size()) + " tables, " + std::to_string(rows) + " rows";
    const bool dry_run = host_session(session).globals().dry_run;
    if (dry_run) {
        session.report("would write the backup " + made.file);
        session.report("Dry run: praxis wrote nothing.");
    } else {
        session.report(
            "the backup was restored once and compared: " + contents + "; it opens with " +
            made.protection
        );
        if (!made.warning.empty()) {
            session.report(made.warning);
        }
    }
    return Message{
        made.file,
        Value::Object{
            {"file", made.file},
            {"size", dry_run ? Value{} : Value{static_cast<std::int64_t>(made.size)}},
            {"digest", text_or_null(made.digest)},
            {"opens_with", text_or_null(made.protection)},
            {"tables", static_cast<std::int64_t>(made.tables.size())},
            {"rows", rows},
        }};
}

} // namespace

CommandSpec backup_create_command() {
    return command<Args>({
        .summary = "make a backup and check that it restores",
        .examples =
            {"praxis backup create", "praxis backup create -o /media/stick/today.praxis-backup"},
        .exits =
            {{Exit::refused,
              "the file exists already, or a setting or the practice forbids the backup"},
             {Exit::needs_input, "the passphrase of the practice is missing"},
             {Exit::practice, "there is no practice, or it is damaged"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
