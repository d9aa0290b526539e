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
    return noun == "attachment" || noun == "audit" || noun == "disclosure" || noun == "todo";
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

/// The noun and the verb, as far as they were typed.
std::vector<std::string> named_command(const std::vector<std::string>& arguments) {
    std::vector<std::string> command;
    for (const auto place : places_of_command(arguments)) {
        command.push_back(arguments[place]);
    }
    return command;
}

Exit show_help(
    const Environment& environment,
    const Globals& globals,
    Platform& platform,
    const Config& config,
    const std::vector<std::string>& command,
    const std::vector<std::string>& rest
) {
    if (command.empty() && !rest.empty()) {
        command_line::parse(rest, {}); // reports an unknown option
    }
    const help::TextStyle style{help_width(environment), style_of(environment, globals).colour};
    show_text(environment, globals, help_text(platform, config, command, rest, style));
    return Exit::done;
}

/// Runs the command that the arguments name.
Exit run_named(
    const Environment& environment,
    Platform& platform,
    const Config& config,
    const std::vector<std::string>& arguments
) {
    const auto places = places_of_command(arguments);
    const auto named = noun_of(arguments[places[0]]);
    auto& plugin = offering(platform, config, named);
    const bool with_verb = takes_verb(plugin, named.name);
    if (with_verb && places.size() < 2) {
        refuse_missing_verb(plugin, named.name);
    }
    const auto command =
        find_verb(platform, plugin, named.name, with_verb ? arguments[places[1]] : "");
    auto tail = arguments;
    if (with_verb) {
        tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[1]));
    }
    tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[0]));
    // Read again, because only now the options of the verb, and so their values, are known.
    Globals globals;
    const auto rest = command_line::take_globals(tail, command.spec.options, globals);
    HostSession session{environment, globals, config, platform};
    const bool logs_access = &plugin != &platform.core() || shows_clients(named.name);
    const plugins::CrashNote note{plugin.manifest.name, "running praxis " + command.name()};
    return run_command(environment, globals, session, command, rest, logs_access);
}

} // namespace

Exit run_praxis(const Environment& environment, const std::vector<std::string>& arguments) {
    if (!arguments.empty() && arguments.front() == "__complete") {
        return complete(environment, {arguments.begin() + 1, arguments.end()});
    }
    if (arguments.size() == 2 && arguments.front() == "__manual") {
        return write_manual(environment, arguments.back());
    }
    const auto command = named_command(arguments);
    Globals globals;
    const auto rest = command_line::take_globals(arguments, {}, globals);
    if (globals.version && command.empty()) {
        environment.write_out("praxis " PRAXIS_VERSION "\n");
        return Exit::done;
    }
    const auto config = Config::load(
        environment, globals.config ? globals.config : environment.variable("PRAXIS_CONFIG")
    );
    Platform platform{plugins::places_of(environment, globals, config)};
    const bool helps = globals.help || command.empty() || command.front() == "help";
    if (!plugins::are_switched_off(environment, globals)) { // nobody would know their settings
        check_settings(
            environment, config, platform, helps || tolerates_wrong_settings(command.front())
        );
    }
    return helps ? show_help(environment, globals, platform, config, command, rest)
                 : run_named(environment, platform, config, arguments);
}

} // namespace praxis
