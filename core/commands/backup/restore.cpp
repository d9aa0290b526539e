// SPDX-License-Identifier: MIT
#include "backup/restore.hpp"

#include "backup/scratch.hpp"
#include "host/confirm.hpp"
#include "practice/place.hpp"
#include "practice/swap.hpp"
#include "system/unfinished.hpp"

#include <praxis/command.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::string file;
    std::optional<std::string> into;
    bool replace = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::file, "file", "the backup");
    options.option(
        &Args::into,
        "into",
        "PATH",
        "the practice to create; default: the practice of this command line"
    );
    options.flag(
        &Args::replace, "replace", "replace the practice there, and keep the old one beside it"
    );
}

/// "before-restore-20261120-090000"
std::string mark_of(const HostSession& session) {
    auto time = backup::utc_text(session.now());
    std::erase_if(time, [](char letter) { return letter == ':' || letter == '-'; });
    std::replace(time.begin(), time.end(), 'T', '-');
    return "before-restore-" + time.substr(0, 15);
}

/// The preview of replacing a practice.
Record preview_of(HostSession& session, const backup::Restored& restored, const std::string& path) {
    return Record{{
        {"replaced", "would be replaced (and kept)", path},
        {"restored", "with the backup of", restored.name},
        {"made", "made", session.zone().at(restored.header.created).iso()},
        {"rows", "rows", backup::rows_of(restored.tables)},
    }};
}

Result result_of(
    const std::string& path, const backup::Restored& restored, std::optional<std::string> kept
) {
    return Message{
        path,
        Value::Object{
            {"practice", path},
            {"uuid", restored.header.practice},
            {"made", backup::utc_text(restored.header.created)},
            {"tables", static_cast<std::int64_t>(restored.tables.size())},
            {"rows", backup::rows_of(restored.tables)},
            {"kept", Value{std::move(kept)}},
        }};
}

void refuse_taken(const Args& args, const std::string& path) {
    practice::refuse_neighbour(path, "choose another place with --into PATH");
    if (backup::is_taken(path) && !args.replace) {
        throw Refused(
            "there is already a practice, or its key file, at " + path,
            "choose another place with --into PATH, or replace that practice with --replace"
        );
    }
}

/// Asks before it replaces a practice, and again when that practice was changed meanwhile.
std::optional<std::string> put_in_place(
    HostSession& session,
    const Args& args,
    const backup::Restored& restored,
    backup::UnfinishedFolder& folder,
    const std::string& path
) {
    session.clear_progress();
    for (;;) {
        refuse_taken(args, path);
        const auto seen = backup::occupant_of(path);
        if (backup::is_taken(path)) {
            const auto preview = preview_of(session, restored, path);
            confirm_name(session, preview, restored.name, "the practice");
        }
        backup::Swap swap{path};
        if (swap.occupant() == seen) {
            return swap.put(folder, mark_of(session));
        }
        report_changed_meanwhile(session);
    }
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    const auto path = backup::whole_path(args.into.value_or(session.practice_path()));
    backup::finish_swap(path);
    refuse_taken(args, path);
    backup::Passphrase passphrase{
        [&] { return backup::backup_passphrase(session); }, session.setting("user")};
    const auto advance = backup::advance_of(session, "restoring the backup");
    if (session.globals().dry_run) {
        session.report("the backup is intact; praxis would restore it to " + path);
        session.report("Dry run: praxis wrote nothing.");
        return result_of(path, backup::read_through(args.file, passphrase, advance), {});
    }
    backup::make_folder(backup::folder_of(path));
    backup::UnfinishedFolder folder{backup::folder_of(path)};
    const auto restored =
        backup::restore_sound(args.file, folder.path(), passphrase, session.platform(), advance);
    const auto kept = put_in_place(session, args, restored, folder, path);
    if (kept) {
        session.report("the replaced practice is now " + *kept);
    }
    if (restored.alteration) {
        session.report(
            "the restored practice is not as praxis saved it: " +
            *restored.alteration + ". List all differences: praxis audit verify --practice " + path
        );
    }
    return result_of(path, restored, kept);
}

} // namespace

CommandSpec backup_restore_command() {
    return command<Args>({
        .summary = "restore a practice from a backup",
        .examples =
            {"praxis backup restore today.praxis-backup",
             "praxis backup restore today.praxis-backup --into ~/elsewhere/practice.db",
             "praxis backup restore today.praxis-backup --replace --confirm \"Hands On\""},
        .exits =
            {{Exit::refused, "there is a practice already, or the file cannot be read"},
             {Exit::needs_input, "the name or the passphrase is missing or wrong; nothing changed"},
             {Exit::practice,
              "the backup is damaged, or the passphrase is wrong; nothing changed"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
