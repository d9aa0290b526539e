// SPDX-License-Identifier: MIT
#include "host.hpp"

#include "config.hpp"
#include "confirm.hpp"
#include "files.hpp"
#include "host_session.hpp"
#include "output/render.hpp"
#include "plugins/platform.hpp"
#include "run_program.hpp"
#include "words/globals.hpp"
#include "words/help.hpp"
#include "words/parse.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace praxis {
namespace {

using plugins::Loaded;
using plugins::Platform;
using words::Globals;

/// A command, found by its first words.
struct Found {
    std::string noun;
    std::string verb;
    Card card;

    [[nodiscard]] std::string words() const { return verb.empty() ? noun : noun + " " + verb; }
};

// --- which command ----------------------------------------------------------------------------

std::vector<std::string> all_nouns(Platform& platform) {
    std::vector<std::string> nouns;
    for (const auto& verb : platform.core().verbs) {
        nouns.push_back(verb.noun);
    }
    for (const auto& manifest : platform.manifests()) {
        for (const auto& noun : manifest.nouns) {
            nouns.push_back(noun.name);
        }
    }
    return nouns;
}

bool is_core_noun(Platform& platform, const std::string& noun) {
    const auto& verbs = platform.core().verbs;
    return std::any_of(verbs.begin(), verbs.end(), [&](const auto& one) {
        return one.noun == noun;
    });
}

/// The core's own nouns that show something of clients.
bool shows_who_looked(const std::string& noun) {
    return noun == "audit" || noun == "disclosure";
}

/// The plugin that offers the noun, loaded.
Loaded& offering(Platform& platform, const std::string& noun) {
    if (is_core_noun(platform, noun)) {
        return platform.core();
    }
    if (const auto* owner = platform.owner_of(noun)) {
        return platform.load(owner->name);
    }
    const auto meant = did_you_mean(noun, all_nouns(platform));
    throw UsageError(
        "there is no command '" + visible(noun) + "'",
        meant ? "did you mean praxis " + *meant + "?" : "praxis help lists them all"
    );
}

/// cli.md section 1: fixed aliases only.
std::string without_alias(const std::string& verb) {
    return verb == "ls" ? "list" : verb == "rm" ? "remove" : verb;
}

bool takes_verb(const Loaded& plugin, const std::string& noun) {
    return std::any_of(plugin.verbs.begin(), plugin.verbs.end(), [&](const auto& one) {
        return one.noun == noun && !one.verb.empty();
    });
}

Found find_verb(const Loaded& plugin, const std::string& noun, const std::string& given) {
    const auto verb = without_alias(given);
    std::vector<std::string> verbs;
    for (const auto& one : plugin.verbs) {
        if (one.noun != noun) {
            continue;
        }
        if (one.verb == verb) {
            return {noun, verb, one.make_card()};
        }
        verbs.push_back(one.verb);
    }
    const auto meant = did_you_mean(verb, verbs);
    throw UsageError(
        "there is no command '" + noun + " " + visible(given) + "'",
        meant ? "did you mean praxis " + noun + " " + *meant + "?" : "praxis help " + noun
    );
}

/// Where the noun and the verb stand: the first two words that are no options and no values of
/// globals.
std::vector<std::size_t> places_of_command(const std::vector<std::string>& all_words) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < all_words.size() && places.size() < 2; ++i) {
        const auto& word = all_words[i];
        if (word == "--") {
            break;
        }
        if (word.size() < 2 || word.front() != '-') {
            places.push_back(i);
            continue;
        }
        for (const auto& option : words::global_options()) {
            const bool spelled_apart =
                word == "--" + option.name ||
                (option.letter != '\0' && word == "-" + std::string{option.letter});
            if (spelled_apart && !option.value.empty()) {
                ++i; // its value
            }
        }
    }
    return places;
}

// --- showing ----------------------------------------------------------------------------------

bool wants_colour(const Surroundings& around, const Globals& globals, bool is_terminal) {
    if (globals.colour != "auto") {
        return globals.colour == "always";
    }
    const auto set = [&](const char* name) {
        return !around.environment(name).value_or("").empty();
    };
    if (set("NO_COLOR") || around.environment("TERM") == "dumb") {
        return false;
    }
    return is_terminal || set("CLICOLOR_FORCE");
}

output::Style style_of(const Surroundings& around, const Globals& globals) {
    output::Style style;
    style.format = globals.format;
    style.fields = globals.fields;
    style.list_fields = globals.list_fields;
    style.width = around.terminal.out_is_terminal ? around.terminal.width : 0;
    style.colour = wants_colour(around, globals, around.terminal.out_is_terminal);
    return style;
}

std::size_t help_width(const Surroundings& around) {
    return around.terminal.out_is_terminal ? around.terminal.width : 80;
}

constexpr std::ptrdiff_t lines_of_a_screen = 24;

std::vector<std::string> pager_words(const Surroundings& around) {
    for (const auto* name : {"PRAXIS_PAGER", "PAGER"}) {
        if (const auto pager = around.environment(name); pager && !trim(*pager).empty()) {
            return split(trim(*pager), ' ');
        }
    }
    return {"less", "-FIRX"};
}

/// Through the pager when a person reads and it is longer than a screen.
void show_text(const Surroundings& around, const Globals& globals, const std::string& text) {
    const bool page = around.terminal.in_is_terminal && around.terminal.out_is_terminal &&
                      !globals.no_pager && !globals.no_input &&
                      std::count(text.begin(), text.end(), '\n') > lines_of_a_screen;
    if (page) {
        try {
            run_program_with_input(pager_words(around), text);
            return;
        } catch (const Error&) {
            // No pager is installed: the text itself is what was asked for.
            around.write_out(text);
            return;
        }
    }
    around.write_out(text);
}

void show_notes(const Surroundings& around, const Globals& globals, HostSession& session) {
    for (const auto& note : session.take_notes()) {
        if (!globals.quiet) {
            around.write_error("praxis: " + visible(note, true) + "\n");
        }
    }
}

void show_empty_note(const Surroundings& around, const Globals& globals, const Result& result) {
    const auto* table = std::get_if<Table>(&result);
    if (table != nullptr && table->rows.empty() && !table->when_empty.empty() && !globals.quiet) {
        around.write_error("praxis: " + table->when_empty + "\n");
    }
}

/// The bytes of a result; a file's bytes themselves when they go to stdout.
std::string shown(const Result& result, const output::Style& style) {
    if (const auto* file = std::get_if<File>(&result)) {
        const bool to_stdout = file->path.empty() || file->path == "-";
        return to_stdout ? file->bytes : output::show(Message{file->path, file->data}, style);
    }
    return output::show(result, style);
}

std::unique_ptr<PendingFile> pending_file(const Result& result) {
    const auto* file = std::get_if<File>(&result);
    if (file == nullptr || file->path.empty() || file->path == "-") {
        return nullptr;
    }
    return std::make_unique<PendingFile>(file->path, file->bytes, file->overwrite);
}

// --- danger -----------------------------------------------------------------------------------

void confirm(HostSession& session, const Card& card, const void* args, const Result& preview) {
    if (card.danger == Danger::severe) {
        confirm_name(session, preview, card.confirm_name(session, args), "what would be lost");
    } else {
        confirm_yes(session, preview);
    }
}

// --- running ----------------------------------------------------------------------------------

/// Everything one run of a command needs at hand.
struct Run {
    const Surroundings& around;
    const Globals& globals;
    HostSession& session;
    const Found& command;
    const std::vector<words::Given>& given;
    bool looks = false; // it shows records: reading them is written down

    [[nodiscard]] std::shared_ptr<void> read_args() const {
        auto args = command.card.make_args();
        // The day is asked for only by commands that take words: it costs reading the time zone.
        WordContext context;
        if (!given.empty()) {
            context = {session.civil_now().civil(), session.date_order()};
        }
        words::read_into(args.get(), given, context);
        return args;
    }
};

Result run_reading(const Run& run) {
    if (run.command.card.access == Access::read) {
        run.session.open(practice::Mode::read);
    }
    const auto args = run.read_args();
    if (run.command.card.prepare) {
        run.command.card.prepare(run.session, args.get());
    }
    auto result = run.command.card.run(run.session, args.get());
    if (run.looks && run.command.card.access == Access::read) {
        run.session.record_look(run.command.words());
    }
    return result;
}

/// Runs the command in a transaction and keeps it, or not.
template <class Finish>
Result in_transaction(const Run& run, const std::shared_ptr<void>& args, Finish finish) {
    auto& session = run.session;
    const auto& request = run.globals.request;
    session.begin(run.command.words());
    try {
        if (request) {
            if (auto answer = session.find_answer(*request, run.command.words())) {
                session.rollback();
                session.say("request " + *request + " was done before: this is its answer");
                return std::move(*answer);
            }
        }
        auto result = run.command.card.run(session, args.get());
        if (request) {
            session.keep_answer(*request, run.command.words(), shown(result, {}), result);
        }
        finish(result);
        return result;
    } catch (...) {
        run.session.rollback();
        throw;
    }
}

Result run_writing(const Run& run) {
    auto& session = run.session;
    session.open(practice::Mode::write);
    const auto args = run.read_args();
    if (run.command.card.prepare) {
        session.db().exec("PRAGMA query_only = ON");
        run.command.card.prepare(session, args.get());
        session.db().exec("PRAGMA query_only = OFF");
    }
    const auto undo = [&](const Result&) { session.rollback(); };
    if (run.globals.dry_run) {
        auto result = in_transaction(run, args, undo);
        session.say("a dry run: nothing was written");
        return result;
    }
    if (run.command.card.danger != Danger::none) {
        bool changes = false;
        auto preview = in_transaction(run, args, [&](const Result&) {
            changes = session.has_changes();
            session.rollback();
        });
        if (!changes) {
            return preview; // there is nothing to be afraid of
        }
        confirm(session, run.command.card, args.get(), preview);
        session.take_notes(); // the real run says them again
    }
    return in_transaction(run, args, [&](const Result& result) {
        const auto file = pending_file(result);
        session.commit();
        if (file) {
            file->commit();
        }
        session.tell_after_events();
    });
}

Exit run_card(
    const Surroundings& around,
    const Globals& globals,
    HostSession& session,
    const Found& command,
    const std::vector<std::string>& rest,
    bool looks
) {
    const auto given = words::parse(rest, command.card.options);
    const Run run{around, globals, session, command, given, looks};
    const auto result = command.card.access == Access::write ? run_writing(run) : run_reading(run);
    if (command.card.access != Access::write && !globals.dry_run) {
        if (const auto file = pending_file(result)) {
            file->commit();
        }
    }
    const auto bytes = shown(result, style_of(around, globals));
    session.close();
    show_notes(around, globals, session);
    show_empty_note(around, globals, result);
    show_text(around, globals, bytes);
    return session.exit();
}

std::vector<std::string>
plugin_folders(const Surroundings& around, const Globals& globals, const Config& config) {
    std::vector<std::string> folders = globals.plugin_dirs;
    const auto add_list = [&](const std::string& list) {
        for (const auto& folder : split(list, ':')) {
            if (folder.starts_with('/')) {
                folders.push_back(folder);
            }
        }
    };
    add_list(around.environment("PRAXIS_PLUGIN_PATH").value_or(""));
    add_list(config.find("plugins.paths").value_or(""));
    if (around.environment("XDG_DATA_HOME") || around.environment("HOME")) {
        folders.push_back(xdg_folder(around, "XDG_DATA_HOME", "/.local/share") + "/praxis/plugins");
    }
    folders.emplace_back("/usr/local/lib/praxis/plugins");
    folders.push_back(around.bundled_plugins);
    if (globals.no_plugins || around.environment("PRAXIS_NO_PLUGINS")) {
        folders.clear();
    }
    return folders;
}

/// `praxis`, `praxis help ...`, and --help anywhere.
std::string help_text(Platform& platform, std::vector<std::string> topic, std::size_t width) {
    if (!topic.empty() && topic.front() == "help") {
        topic.erase(topic.begin());
    }
    if (topic.empty()) {
        return words::help_of_praxis(platform, width);
    }
    const auto& noun = topic.front();
    const auto& plugin = offering(platform, noun);
    if (!takes_verb(plugin, noun)) {
        return words::help_of_verb(noun, "", find_verb(plugin, noun, "").card, width);
    }
    if (topic.size() == 1) {
        return words::help_of_noun(plugin, noun, width);
    }
    const auto found = find_verb(plugin, noun, topic[1]);
    return words::help_of_verb(noun, found.verb, found.card, width);
}

/// What the disk or the file is to blame for, not the program.
bool is_storage_failure(const std::exception& error) {
    const auto* database = dynamic_cast<const SQLite::Exception*>(&error);
    if (database == nullptr) {
        return false;
    }
    constexpr int of_storage[] = {
        SQLITE_BUSY,
        SQLITE_READONLY,
        SQLITE_IOERR,
        SQLITE_CORRUPT,
        SQLITE_FULL,
        SQLITE_CANTOPEN,
        SQLITE_PROTOCOL,
        SQLITE_NOTADB};
    return std::find(std::begin(of_storage), std::end(of_storage), database->getErrorCode()) !=
           std::end(of_storage);
}

} // namespace

Exit run_command(const Surroundings& around, const std::vector<std::string>& all_words) {
    const auto places = places_of_command(all_words);
    std::vector<std::string> topic;
    for (const auto place : places) {
        topic.push_back(all_words[place]);
    }
    Globals globals;
    auto rest = words::take_globals(all_words, {}, globals); // for --plugin-dir and --help alone
    if (globals.version && topic.empty()) {
        around.write_out("praxis " PRAXIS_VERSION "\n");
        return Exit::done;
    }
    const auto config =
        Config::load(around, globals.config ? globals.config : around.environment("PRAXIS_CONFIG"));
    Platform platform{plugin_folders(around, globals, config)};
    if (globals.help || topic.empty() || topic.front() == "help") {
        if (topic.empty() && !rest.empty()) {
            words::parse(rest, {}); // says what is wrong with an option that nobody knows
        }
        if (!topic.empty() && topic.front() == "help" && rest.size() > 3) {
            throw UsageError("'" + visible(rest[3]) + "' is one word too many");
        }
        // `help NOUN VERB` has its topic behind the word help.
        const auto about = !topic.empty() && topic.front() == "help" ? rest : std::move(topic);
        show_text(around, globals, help_text(platform, about, help_width(around)));
        return Exit::done;
    }

    auto& plugin = offering(platform, topic[0]);
    const bool with_verb = takes_verb(plugin, topic[0]);
    if (with_verb && topic.size() < 2) {
        throw UsageError("what about '" + topic[0] + "'?", "praxis help " + topic[0]);
    }
    const auto command = find_verb(plugin, topic[0], with_verb ? topic[1] : "");

    // Once more, now that it is known which of the words are values of the verb's own options.
    std::vector<std::string> tail = all_words;
    if (with_verb) {
        tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[1]));
    }
    tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[0]));
    Globals exact;
    rest = words::take_globals(tail, command.card.options, exact);
    HostSession session{around, exact, config, platform};
    const bool looks = !is_core_noun(platform, topic[0]) || shows_who_looked(topic[0]);
    return run_card(around, exact, session, command, rest, looks);
}

Exit exit_of(const std::exception& error) {
    if (const auto* known = dynamic_cast<const Error*>(&error)) {
        return known->exit();
    }
    return is_storage_failure(error) ? Exit::practice : Exit::failed;
}

std::string describe_error(const std::exception& error, const std::vector<std::string>& all_words) {
    const auto* known = dynamic_cast<const Error*>(&error);
    const auto* database = dynamic_cast<const SQLite::Exception*>(&error);
    const std::string code = known != nullptr      ? known->code()
                             : database != nullptr ? "database"
                                                   : "internal";
    const bool storage = is_storage_failure(error);
    const std::string hint = known != nullptr ? known->hint() : storage ? "praxis doctor" : "";
    const std::string message =
        storage ? std::string{"the practice could not be read or written: "} + error.what()
                : error.what();
    const bool json = std::any_of(all_words.begin(), all_words.end(), [](const auto& word) {
        return word == "--json" || word == "--format=json" || word == "--format=jsonl";
    });
    if (json) {
        return to_json(Value::Object{
                   {"error",
                    Value::Object{
                        {"code", code},
                        {"exit", static_cast<int>(exit_of(error))},
                        {"message", message},
                        {"hint", hint.empty() ? Value{} : Value{hint}},
                    }}}) +
               "\n";
    }
    std::string text = "praxis: " + visible(message, true) + "\n";
    if (!hint.empty()) {
        text += "        " + visible(hint, true) + "\n";
    }
    return text;
}

} // namespace praxis
