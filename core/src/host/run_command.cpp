// SPDX-License-Identifier: MIT
#include "host/run_command.hpp"

#include "host/confirm.hpp"
#include "host/show_result.hpp"
#include "journal/journal.hpp"
#include "practice/own_files.hpp"
#include "session/shown_day.hpp"
#include "system/pending_file.hpp"

#include <praxis/choice.hpp>
#include <praxis/text.hpp>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>
#include <optional>

namespace praxis {

using command_line::Globals;

namespace {

constexpr std::size_t most_named_columns = 60; // an id or a name, not a line of a table

std::unique_ptr<PendingFile> pending_file(const HostSession& session, const File* file) {
    if (file == nullptr || file->path.empty() || file->path == "-") {
        return nullptr;
    }
    practice::refuse_own_file(file->path, session.practice_path());
    return std::make_unique<PendingFile>(file->path, file->bytes, file->overwrite);
}

void confirm(
    HostSession& session, const CommandSpec& spec, const void* args, const Result& preview
) {
    if (spec.danger == Danger::severe) {
        confirm_name(
            session, preview, spec.confirm_name(session, args), "the client or plugin to delete"
        );
    } else {
        confirm_yes(session, preview);
    }
}

/// What one run of a command needs.
struct Run {
    const Environment& environment;
    const Globals& globals;
    HostSession& session;
    const Found& command;
    const std::vector<command_line::Given>& given;
    bool logs_access = false; // the command shows records, so praxis writes its access log

    [[nodiscard]] std::shared_ptr<void> read_args() const {
        auto args = command.spec.make_args();
        // Only commands with arguments need the current time: it requires reading the time zone.
        WordContext context;
        if (!given.empty()) {
            context = {session.civil_now().civil(), session.date_order()};
        }
        command_line::read_into(args.get(), given, context);
        return args;
    }
};

/// The transaction of --as-of; nothing for the practice of today.
std::unique_ptr<LockedTransaction> open_for_reading(const Run& run) {
    run.session.open(practice::Mode::read);
    if (run.globals.as_of) {
        return run.session.begin_as_of(*run.globals.as_of);
    }
    run.session.begin_reading();
    return nullptr;
}

/// What a command left. Its result is gone: lists and views may hold statements, which must end
/// before the practice is closed.
struct Outcome {
    Shown shown;
    std::optional<File> file;
    bool stored = false; // a change of records

    Outcome(Shown text, Result result) : shown(std::move(text)) {
        if (auto* given = std::get_if<File>(&result)) {
            file = std::move(*given);
        }
    }
};

/// Shows a list while the practice is open, so the access log is written also for the rows before
/// an error.
Outcome show_reading(const Run& run, Result result) {
    const bool logs = run.logs_access && run.command.spec.access == Access::read;
    try {
        auto shown = show_rows(run.environment, run.globals, result);
        return {std::move(shown), std::move(result)};
    } catch (const Error& error) {
        if (logs && error.code() == output::incomplete) {
            run.session.write_access_log(run.command.name());
        }
        throw;
    }
}

/// Calls the function again after the user chose which record an ambiguous name means. What it did
/// before is rolled back by then, so nobody waits for the answer.
template <class Function> auto with_choices(const Run& run, Function function) {
    for (;;) {
        try {
            return function();
        } catch (const AmbiguousName& error) {
            if (run.globals.as_of || !run.session.can_ask()) {
                throw;
            }
            run.session.clear_progress();
            run.session.take_messages(); // the next run reports them again
            run.session.choose(error.name(), ask_choice(run.session, error));
        }
    }
}

Outcome run_reading(const Run& run) {
    std::unique_ptr<LockedTransaction> as_of;
    if (run.command.spec.access == Access::read) {
        as_of = open_for_reading(run);
    }
    std::shared_ptr<void> args;
    auto result = with_choices(run, [&] {
        args = run.read_args();
        if (run.command.spec.prepare) {
            run.command.spec.prepare(run.session, args.get());
        }
        return run.command.spec.run(run.session, args.get());
    });
    const auto day = run.session.shown_day();
    if (day) {
        report_shown_day(result, *day);
    }
    auto outcome = show_reading(run, std::move(result));
    if (day) {
        as_of.reset();
        run.session.forget();
    }
    if (run.logs_access && run.command.spec.access == Access::read) {
        run.session.write_access_log(run.command.name());
    }
    return outcome;
}

/// Runs the command in the transaction, which is rolled back unless `finish` commits it.
template <class Finish>
Outcome run_in(
    WriteTransaction& transaction, const Run& run, const std::shared_ptr<void>& args, Finish finish
) {
    auto result = run.command.spec.run(run.session, args.get());
    auto shown = render_result(run.environment, run.globals, result);
    finish(transaction, result);
    return {std::move(shown), std::move(result)};
}

std::unique_ptr<WriteTransaction> begin(const Run& run) {
    return run.session.begin(run.command.name());
}

/// Puts the command's messages under a condition: they speak of what did not happen.
void report_dry_run(HostSession& session) {
    auto messages = session.take_messages();
    session.report(
        messages.empty() ? "Dry run: praxis wrote nothing."
                         : "Dry run: praxis wrote nothing. Without --dry-run it would report:"
    );
    for (auto& message : messages) {
        session.report(std::move(message));
    }
}

/// What the user saw before the answer.
struct Asked {
    std::optional<Outcome> unchanged; // the command changes nothing: there was nothing to confirm
    practice::Head head;              // the end of the journal that the preview shows
};

/// The command's messages as a part of its preview; empty when there is none.
std::string text_of(const std::vector<std::string>& messages, std::size_t width) {
    std::string text = messages.empty() ? "" : "It would report:\n";
    for (const auto& message : messages) {
        text += "  " + join(wrap(message, width > 2 ? width - 2 : 1), "\n  ") + "\n";
    }
    return text;
}

/// Runs the command, rolls it back and asks whether to go on.
Asked ask_first(const Run& run, const std::shared_ptr<void>& args) {
    Asked asked;
    bool changes = false;
    Message preview; // rendered before the rollback
    auto outcome = run_in(*begin(run), run, args, [&](auto& transaction, const auto& result) {
        changes = transaction.has_changes();
        preview.text = output::show(result, {.width = run.environment.terminal.width});
        asked.head = practice::journal_head(run.session.db());
    });
    if (!changes) {
        asked.unchanged.emplace(std::move(outcome));
        return asked;
    }
    run.session.clear_progress();
    const auto messages = run.session.take_messages(); // the real run reports them again
    preview.text += text_of(messages, run.environment.terminal.width);
    confirm(run.session, run.command.spec, args.get(), preview);
    return asked;
}

/// The same error, after the change was stored: nobody should run the command again.
Error after_storing(const Error& error, const Shown& shown) {
    const auto line = trim(shown.text.substr(0, shown.text.find('\n')));
    const bool names_it = !line.empty() && line.size() < most_named_columns;
    return {
        error.exit(),
        error.code(),
        "the change is stored" + (names_it ? " (" + line + ")" : "") + ", but " + error.what(),
        "do not run the command again; to list the last commands: praxis undo --list"};
}

void give_name(PendingFile& file) {
    try {
        file.commit();
    } catch (const Error& error) {
        throw after_storing(error, {});
    }
}

/// A command that can write, and only showed a record, is a line of the access log: a handout on
/// the terminal.
Outcome
run_and_store(WriteTransaction& transaction, const Run& run, const std::shared_ptr<void>& args) {
    bool changes = false;
    auto outcome = run_in(transaction, run, args, [&](auto& /*transaction*/, const auto& result) {
        changes = transaction.has_changes();
        const auto file = pending_file(run.session, std::get_if<File>(&result));
        run.session.commit(transaction);
        if (file) {
            give_name(*file);
        }
        run.session.notify_after_listeners();
    });
    if (!changes && run.logs_access) {
        run.session.write_access_log(run.command.name());
    }
    outcome.stored = true;
    return outcome;
}

void prepare(const Run& run, const std::shared_ptr<void>& args) {
    if (run.command.spec.prepare) {
        run.session.db().exec("PRAGMA query_only = ON");
        run.command.spec.prepare(run.session, args.get());
        run.session.db().exec("PRAGMA query_only = OFF");
    }
}

/// Prepares again when another window gave the records a new key meanwhile: with the old one, what
/// the command reads looks damaged. Nothing is stored by then.
void prepare_with_present_key(const Run& run, const std::shared_ptr<void>& args) {
    try {
        prepare(run, args);
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() != SQLITE_NOTADB ||
            !run.session.reopen_with_present_key(practice::Mode::write)) {
            throw;
        }
        run.session.take_messages(); // the second time reports them again
        prepare(run, args);
    }
}

/// Does what the user has confirmed, and nothing else: after a change by another command the
/// preview is a new one.
Outcome run_confirmed(const Run& run, const std::shared_ptr<void>& args) {
    for (;;) {
        auto asked = ask_first(run, args);
        if (asked.unchanged) {
            return *std::move(asked.unchanged);
        }
        {
            const auto transaction = begin(run);
            if (practice::journal_head(run.session.db()) == asked.head) {
                return run_and_store(*transaction, run, args);
            }
        }
        report_changed_meanwhile(run.session);
        prepare_with_present_key(run, args);
    }
}

Outcome run_opened(const Run& run) {
    auto& session = run.session;
    const auto args = run.read_args();
    prepare_with_present_key(run, args);
    if (run.globals.dry_run) {
        auto outcome = run_in(*begin(run), run, args, [](const auto&, const auto&) {});
        report_dry_run(session);
        return outcome;
    }
    if (run.command.spec.danger != Danger::none) {
        return run_confirmed(run, args);
    }
    return run_and_store(*begin(run), run, args);
}

Outcome run_writing(const Run& run) {
    run.session.open(practice::Mode::write);
    return with_choices(run, [&] { return run_opened(run); });
}

/// Reports the files of texts that the user typed in an editor and that praxis has not stored.
void report_where_drafts_are(const Run& run) {
    for (const auto& path : run.session.unstored_texts()) {
        run.environment.write_error(
            "praxis: your text is in " + visible(path) +
            ". Run the same command again to continue, or give the file with --from.\n"
        );
    }
}

Outcome run_with_drafts(const Run& run) {
    try {
        const bool writes = run.command.spec.access == Access::write;
        auto outcome = writes ? run_writing(run) : run_reading(run);
        report_where_drafts_are(run);
        return outcome;
    } catch (...) {
        report_where_drafts_are(run);
        throw;
    }
}

/// Whether --as-of applies: audit commands compare the journal with the practice of today.
bool shows_records(const Found& command) {
    return command.spec.access == Access::read && !command.name().starts_with("audit");
}

/// An error without a hint refers to the help of the command.
std::vector<command_line::Given>
parse_arguments(const Found& command, const std::vector<std::string>& rest) {
    try {
        return command_line::parse(rest, command.spec.options);
    } catch (const UsageError& error) {
        if (!error.hint().empty()) {
            throw;
        }
        throw UsageError(error.what(), "praxis help " + command.name());
    }
}

} // namespace

Exit run_command(
    const Environment& environment,
    const Globals& globals,
    HostSession& session,
    const Found& command,
    const std::vector<std::string>& rest,
    bool logs_access
) {
    const auto given = parse_arguments(command, rest);
    if (globals.as_of && !shows_records(command)) {
        throw UsageError("--as-of works only with commands that show records");
    }
    const Run run{environment, globals, session, command, given, logs_access};
    const auto outcome = run_with_drafts(run);
    if (command.spec.access != Access::write && !globals.dry_run) {
        if (const auto file = pending_file(session, outcome.file ? &*outcome.file : nullptr)) {
            file->commit();
        }
    }
    session.close();
    session.clear_progress();
    try {
        if (!globals.dry_run) { // a dry run makes no file, so its passphrase opens none
            show_secrets(environment, session.take_secrets());
        }
        show(environment, globals, session.take_messages(), outcome.shown);
    } catch (const Error& error) {
        if (outcome.stored) {
            throw after_storing(error, outcome.shown);
        }
        throw;
    }
    if (session.late_error()) {
        throw Error{*session.late_error()};
    }
    return session.exit();
}

} // namespace praxis
