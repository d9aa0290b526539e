// SPDX-License-Identifier: MIT
#include "help/exit_codes.hpp"

#include <algorithm>
#include <map>

namespace praxis::help {
namespace {

/// A required argument names something: a client, a note.
bool names_something(const CommandSpec& spec) {
    return std::any_of(spec.options.begin(), spec.options.end(), [](const auto& option) {
        return option.argument && option.required;
    });
}

/// A command that writes a file for the person takes --force.
bool writes_file(const CommandSpec& spec) {
    return std::any_of(spec.options.begin(), spec.options.end(), [](const auto& option) {
        return option.name == "force";
    });
}

using Meanings = std::map<Exit, std::string>;

void add_of_practice(Meanings& meanings, const CommandSpec& spec) {
    const bool writes = spec.access == Access::write;
    if (names_something(spec)) {
        meanings[Exit::not_found] = "nothing has that id or name, or several things have it";
    }
    if (writes) {
        meanings[Exit::refused] =
            "a value, a rule or the state of the record does not allow it; nothing changed";
    }
    const bool asks = writes && (spec.danger != Danger::none || spec.prepare);
    meanings[Exit::needs_input] = asks ? "cancelled, or an answer is missing; nothing changed"
                                       : "an answer is missing, such as the passphrase";
    meanings[Exit::practice] = "the practice cannot be opened, is busy or is damaged";
}

Meanings general_meanings(const CommandSpec& spec, bool of_plugin) {
    Meanings meanings{
        {Exit::done, "done"},
        {Exit::usage, "the command line is wrong"},
    };
    if (spec.access != Access::none) {
        add_of_practice(meanings, spec);
    }
    if (writes_file(spec)) {
        meanings[Exit::refused] = "the file exists already, or a rule forbids it";
    }
    if (of_plugin) {
        meanings[Exit::plugin] = "a plugin cannot be used or failed";
    }
    return meanings;
}

} // namespace

std::vector<ExitMeaning> exit_meanings(const CommandSpec& spec, bool of_plugin) {
    auto meanings = general_meanings(spec, of_plugin);
    for (const auto& special : spec.exits) {
        meanings[special.exit] = special.meaning;
    }
    std::vector<ExitMeaning> result;
    for (auto& [exit, meaning] : meanings) {
        if (!meaning.empty()) {
            result.push_back({exit, std::move(meaning)});
        }
    }
    return result;
}

} // namespace praxis::help
