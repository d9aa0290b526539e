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
            "where to; default: a name with the time, in the folder `backups` beside the practice"
        )
        .letter('o');
    options.flag(&Args::force, "force", "write over FILE when it is there");
    options.flag(
        &Args::unencrypted, "unencrypted", "of a plain practice: readable by anybody who has it"
    );
}

Result run(Session& session, const Args& args) {
    const auto made =
        backup::create_backup(host_session(session), {args.output, args.force, args.unencrypted});
    const auto rows = backup::rows_of(made.tables);
    const bool dry_run = host_session(session).globals().dry_run;
    if (dry_run) {
        session.report("a dry run: nothing was written");
    } else {
        session.report(
            "restored once and compared: " + std::to_string(made.tables.size()) + " tables, " +
            std::to_string(rows) + " rows; it opens with " + made.protection
        );
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
        .summary = "make a backup, and try it",
        .examples =
            {"praxis backup create", "praxis backup create -o /media/stick/today.praxis-backup"},
        .exits =
            {{Exit::refused,
              "the file exists already, or a setting or the practice forbids the backup"},
             {Exit::needs_input, "the passphrase for the backup is missing"},
             {Exit::practice, "there is no practice, or it is damaged"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
