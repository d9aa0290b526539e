// SPDX-License-Identifier: MIT
#include "host/host.hpp"

#include "help/text_page.hpp"
#include "host/complete.hpp"
#include "host/find_command.hpp"
#include "host/help.hpp"
#include "host/run_command.hpp"
#include "host/showing.hpp"
#include "host/write_manual.hpp"
#include "options/globals.hpp"
#include "options/parse.hpp"
#include "plugins/all_settings.hpp"
#include "plugins/crash_note.hpp"
#include "plugins/places.hpp"
#include "plugins/platform.hpp"
#include "session/host_session.hpp"
#include "system/config.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using command_line::Globals;
using plugins::Platform;

/// The core's own nouns that show something of clients.
bool shows_clients(const std::string& noun) {
    return noun == "audit" || noun == "disclosure" || noun == "todo";
}

/// `praxis`, `praxis help ...`, and --help anywhere: `command` are the first words that are no
/// options, `rest` all that are not globals.
std::string help_text(
    Platform& platform,
    const Config& config,
    const std::vector<std::string>& command,
    std::vector<std::string> rest,
    const help::TextStyle& style
) {
    if (command.empty() || command.front() != "help") {
        return help::text_of(help_for_command(platform, config, command), style);
    }
    rest.erase(rest.begin());
    return help::text_of(help_about(platform, config, rest), style);
}

/// These run although a setting is wrong: each helps to find the mistake or to fix it.
bool tolerates_wrong_settings(const std::string& noun) {
    return noun == "help" || noun == "version" || noun == "completion" || noun == "doctor" ||
           noun == "config";
}

/// errors  Refused naming the first wrong setting, unless the command tolerates it
void check_settings(
    const Environment& environment, const Config& config, const Platform& platform, bool tolerant
) {
    for (const auto& problem : config.problems(plugins::all_settings(platform))) {
        if (!tolerant) {
            throw Refused(problem.message, problem.fix);
        }
        environment.write_error("praxis: " + problem.message + "\n");
    }
}

/// For a shell: the words are half typed, and nothing is said about them.
Exit complete(const Environment& environment, const std::vector<std::string>& half_typed) {
    const auto config = Config::load(environment, environment.variable("PRAXIS_CONFIG"));
    Platform platform{plugins::places_of(environment, {}, config)};
    environment.write_out(completions(platform, config, half_typed));
    return Exit::done;
}

} // namespace

Exit run_praxis(const Environment& environment, const std::vector<std::string>& all_words) {
    if (!all_words.empty() && all_words.front() == "__complete") {
        return complete(environment, {all_words.begin() + 1, all_words.end()});
    }
    if (all_words.size() == 2 && all_words.front() == "__manual") {
        return write_manual(environment, all_words.back());
    }
    const auto places = places_of_command(all_words);
    std::vector<std::string> topic;
    for (const auto place : places) {
        topic.push_back(all_words[place]);
    }
    Globals globals;
    auto rest =
        command_line::take_globals(all_words, {}, globals); // for --plugin-dir and --help alone
    if (globals.version && topic.empty()) {
        environment.write_out("praxis " PRAXIS_VERSION "\n");
        return Exit::done;
    }
    const auto config = Config::load(
        environment, globals.config ? globals.config : environment.variable("PRAXIS_CONFIG")
    );
    Platform platform{plugins::places_of(environment, globals, config)};
    const bool helps = globals.help || topic.empty();
    if (!plugins::are_switched_off(environment, globals)) { // whose settings nobody would know
        check_settings(
            environment, config, platform, helps || tolerates_wrong_settings(topic.front())
        );
    }
    if (helps || topic.front() == "help") {
        if (topic.empty() && !rest.empty()) {
            command_line::parse(rest, {}); // says what is wrong with an option that nobody knows
        }
        const auto style = style_of(environment, globals);
        show_text(
            environment,
            globals,
            help_text(platform, config, topic, rest, {help_width(environment), style.colour})
        );
        return Exit::done;
    }

    const auto named = noun_of(topic[0]);
    auto& plugin = offering(platform, config, named);
    const bool with_verb = takes_verb(plugin, named.name);
    if (with_verb && topic.size() < 2) {
        throw UsageError("what about '" + topic[0] + "'?", "praxis help " + topic[0]);
    }
    const auto command = find_verb(plugin, named.name, with_verb ? topic[1] : "");

    // Once more, now that it is known which of the words are values of the verb's own options.
    std::vector<std::string> tail = all_words;
    if (with_verb) {
        tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[1]));
    }
    tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[0]));
    Globals exact;
    rest = command_line::take_globals(tail, command.spec.options, exact);
    HostSession session{environment, exact, config, platform};
    const bool is_core = &plugin == &platform.core();
    const bool logs_access = !is_core || shows_clients(named.name);
    const plugins::CrashNote note{plugin.manifest.name, "running praxis " + command.words()};
    return run_command(environment, exact, session, command, rest, logs_access);
}

} // namespace praxis
