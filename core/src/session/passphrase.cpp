// SPDX-License-Identifier: MIT
#include "session/passphrase.hpp"

#include "system/files.hpp"
#include "system/run_program.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace praxis {
namespace {

constexpr std::size_t most_bytes = 4096;
constexpr std::size_t short_passphrase = 12; // with fewer characters praxis gives a hint
constexpr std::size_t shortest_name = 4;     // a shorter one is in many words by chance

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        next_code_point(text, at);
    }
    return count;
}

/// Folded, letters and digits only: "Hands-On" and "hands on" become "handson".
std::string letters_of(std::string_view text) {
    auto letters = slug(text);
    std::erase(letters, '-');
    return letters;
}

bool contains_name(std::string_view passphrase, const std::string& name) {
    const auto letters = letters_of(name);
    return letters.size() >= shortest_name &&
           letters_of(passphrase).find(letters) != std::string::npos;
}

std::string first_line(const std::string& text) {
    auto line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

/// A pipe passes: only the process that praxis reads from has its content.
void refuse_others(const std::string& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return; // reading it reports what is wrong
    }
    if (status.st_uid != ::geteuid() && status.st_uid != 0) {
        throw PracticeError(
            "permissions", path + " belongs to another user", "give a file of your own"
        );
    }
    if ((status.st_mode & 077U) != 0) {
        throw PracticeError(
            "permissions", path + " can be read or changed by other users", "chmod 600 " + path
        );
    }
}

std::string passphrase_of_user(const std::string& path) {
    refuse_others(path);
    return read_whole_file(path, most_bytes);
}

std::string ask(const Environment& environment, const std::string& question) {
    auto answer = environment.terminal.ask(question, false);
    if (!answer) {
        throw NeedsInput("you gave no passphrase", "give --passphrase-file FILE");
    }
    return *answer;
}

std::string not_empty(std::string passphrase) {
    if (passphrase.empty()) {
        throw Refused("the passphrase is empty", "give a passphrase of at least one character");
    }
    return passphrase;
}

} // namespace

std::string passphrase_in_file(const Environment& environment, const std::string& path) {
    return not_empty(
        first_line(path == "-" ? environment.read_standard_input() : passphrase_of_user(path))
    );
}

std::string ask_passphrase(const Environment& environment, const std::string& question) {
    return not_empty(ask(environment, question));
}

std::string ask_new_passphrase(const Environment& environment) {
    auto passphrase = ask(environment, "New passphrase: ");
    if (ask(environment, "Repeat the passphrase: ") != passphrase) {
        throw Refused(
            "the two passphrases differ", "run the command again and type the same passphrase twice"
        );
    }
    return not_empty(std::move(passphrase));
}

std::optional<std::string>
weakness_of(std::string_view passphrase, std::string_view practice, std::string_view user) {
    if (passphrase.find_first_not_of("0123456789 .-") == std::string_view::npos) {
        return "it has only digits";
    }
    if (contains_name(passphrase, std::string{practice})) {
        return "it contains the name of the practice";
    }
    const auto names = split(user, ' ');
    if (std::any_of(names.begin(), names.end(), [&](const auto& name) {
            return contains_name(passphrase, name);
        })) {
        return "it contains the name of the user";
    }
    const auto count = count_characters(passphrase);
    return count < short_passphrase
               ? std::optional{"it has only " + std::to_string(count) + " characters"}
               : std::nullopt;
}

std::string describe_weakness(const std::string& weakness, const std::string& user) {
    return "this passphrase is easy to guess: " + weakness +
           ". Four words that do not belong together are safer; to change it: praxis user edit " +
           user + " --new-passphrase";
}

std::string obtain_passphrase(
    const Environment& environment, const command_line::Globals& globals, bool can_ask, bool again
) {
    if (globals.passphrase_file) {
        return passphrase_in_file(environment, *globals.passphrase_file);
    }
    if (const auto command = environment.variable("PRAXIS_PASSPHRASE_COMMAND")) {
        return not_empty(first_line(output_of_program({"/bin/sh", "-c", *command})));
    }
    if (can_ask) {
        return again ? ask_new_passphrase(environment)
                     : ask_passphrase(environment, "Passphrase: ");
    }
    throw NeedsInput(
        again ? "a new practice is encrypted and needs a passphrase"
              : "the practice is encrypted and needs its passphrase",
        again ? "give --passphrase-file FILE, or --unencrypted"
              : "give --passphrase-file FILE, set PRAXIS_PASSPHRASE_COMMAND, or unlock it first: "
                "praxis unlock"
    );
}

} // namespace praxis
