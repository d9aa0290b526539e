// SPDX-License-Identifier: MIT
#include "passphrase.hpp"

#include "files.hpp"
#include "run_program.hpp"

#include <praxis/error.hpp>

namespace praxis {
namespace {

constexpr std::size_t most_bytes = 4096;

std::string first_line(const std::string& text) {
    auto line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

std::string ask(const Surroundings& around, const std::string& question) {
    auto answer = around.terminal.ask(question, false);
    if (!answer) {
        throw NeedsInput("no passphrase was given", "give --passphrase-file FILE");
    }
    return *answer;
}

} // namespace

std::string obtain_passphrase(
    const Surroundings& around, const words::Globals& globals, bool can_ask, bool again
) {
    std::string passphrase;
    if (globals.passphrase_file) {
        passphrase = first_line(
            *globals.passphrase_file == "-" ? around.read_standard_input()
                                            : read_whole_file(*globals.passphrase_file, most_bytes)
        );
    } else if (const auto command = around.environment("PRAXIS_PASSPHRASE_COMMAND")) {
        passphrase = first_line(output_of_program({"/bin/sh", "-c", *command}));
    } else if (can_ask) {
        passphrase = ask(around, again ? "New passphrase: " : "Passphrase: ");
        if (again && ask(around, "The same again: ") != passphrase) {
            throw Refused("the two passphrases differ", "try again");
        }
    } else {
        throw NeedsInput(
            again ? "a new practice is encrypted and needs a passphrase"
                  : "the practice is encrypted and needs its passphrase",
            again ? "give --passphrase-file FILE, or --unencrypted"
                  : "give --passphrase-file FILE, or set PRAXIS_PASSPHRASE_COMMAND"
        );
    }
    if (passphrase.empty()) {
        throw Refused("the passphrase is empty");
    }
    return passphrase;
}

} // namespace praxis
