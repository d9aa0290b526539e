// SPDX-License-Identifier: MIT
#include "host/host.hpp"

#include "help/text_page.hpp"
#include "host/complete.hpp"
#include "host/find_command.hpp"
#include "host/help.hpp"
#include "host/run_command.hpp"
#include "host/show_result.hpp"
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

/// Whether the core's noun shows data about clients.
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

[[noreturn]] void refuse_missing_verb(const plugins::Loaded& plugin, const std::string& noun) {
    std::vector<std::string> verbs;
    for (const auto& one : plugin.verbs) {
        if (one.noun == noun) {
            verbs.push_back(one.verb);
        }
    }
    throw UsageError("'" + noun + "' needs a verb: " + join(verbs, ", "), "praxis help " + noun);
}

/// Prints completions for a shell, and no errors about an incomplete command line.
Exit complete(const Environment& environment, const std::vector<std::string>& half_typed) {
    const auto config = Config::load(environment, environment.variable("PRAXIS_CONFIG"));
    Platform platform{plugins::places_of(environment, {}, config)};
    environment.write_out(completions(platform, config, half_typed));
    return Exit::done;
}

} // namespace

Exit run_praxis(const Environment& environment, const std::vector<std::string>& arguments) {
    if (!arguments.empty() && arguments.front() == "__complete") {
        return complete(environment, {arguments.begin() + 1, arguments.end()});
    }
    if (arguments.size() == 2 && arguments.front() == "__manual") {
        return write_manual(environment, arguments.back());
    }
    const auto places = places_of_command(arguments);
    std::vector<std::string> topic;
    for (const auto place : places) {
        topic.push_back(arguments[place]);
    }
    Globals globals;
    auto rest =
        command_line::take_globals(arguments, {}, globals); // for --plugin-dir and --help alone
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
            command_line::parse(rest, {}); // reports an unknown option
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
        refuse_missing_verb(plugin, named.name);
    }
    const auto command = find_verb(plugin, named.name, with_verb ? topic[1] : "");

    // Read the globals again, now that the options of the verb and their values are known.
    std::vector<std::string> tail = arguments;
    if (with_verb) {
        tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[1]));
    }
    tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[0]));
    Globals exact;
    rest = command_line::take_globals(tail, command.spec.options, exact);
    HostSession session{environment, exact, config, platform};
    const bool is_core = &plugin == &platform.core();
    const bool logs_access = !is_core || shows_clients(named.name);
    const plugins::CrashNote note{plugin.manifest.name, "running praxis " + command.name()};
    return run_command(environment, exact, session, command, rest, logs_access);
}

} // namespace praxis
