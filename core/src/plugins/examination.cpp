// SPDX-License-Identifier: MIT
#include "plugins/examination.hpp"

#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace praxis::plugins {
namespace {

constexpr int patience_milliseconds = 3000;

/// The child's answer must fit into the pipe's buffer: the parent reads it later.
void report(int file, const std::string& text) {
    [[maybe_unused]] const auto written = ::write(file, text.data(), text.size());
}

[[noreturn]] void load_in_child(Platform& platform, const std::string& name, int answer) {
    for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT}) {
        ::signal(signal, SIG_DFL); // the parent reports the signal
    }
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    try {
        platform.load(name);
        report(answer, "loaded");
    } catch (const std::exception& error) {
        report(answer, error.what());
    } catch (...) {
        report(answer, "it threw an exception that is not a std::exception");
    }
    ::_exit(0); // skip all destructors of this copy of the process
}

/// The child's answer; nullopt if the time limit was reached first.
std::optional<std::string> read_answer(int file) {
    std::string answer;
    std::array<char, 4096> piece{};
    pollfd waiting{file, POLLIN, 0};
    while (::poll(&waiting, 1, patience_milliseconds) > 0) {
        const auto count = ::read(file, piece.data(), piece.size());
        if (count <= 0) {
            return answer;
        }
        answer.append(piece.data(), static_cast<std::size_t>(count));
    }
    return std::nullopt;
}

/// The problem with loading the plugin; empty if it loads.
std::string try_to_load(Platform& platform, const Manifest& manifest) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::string{"praxis cannot test it: "} + std::strerror(errno);
    }
    const auto child = ::fork();
    if (child < 0) {
        return std::string{"praxis cannot test it: "} + std::strerror(errno);
    }
    if (child == 0) {
        load_in_child(platform, manifest.name, ends[1]);
    }
    const Descriptor reading{ends[0]};
    ::close(ends[1]);
    const auto answer = read_answer(reading.number());
    int status = 0;
    if (!answer) {
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        return "it did not finish loading within 3 seconds";
    }
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) {
        return std::string{"it crashed while loading ("} + ::strsignal(WTERMSIG(status)) + ")";
    }
    if (answer->empty()) {
        return "it ended the process while loading";
    }
    return *answer == "loaded" ? "" : *answer;
}

void add_manifest_findings(
    std::vector<Finding>& findings, const Platform& platform, const Manifest& manifest
) {
    const auto warn = [&](const std::string& found, const std::string& fix) {
        findings.push_back({manifest.name, Finding::Severity::warning, found, fix});
    };
    if (!manifest.unknown_keys.empty()) {
        warn(
            "its manifest contains unknown keys: " + join(manifest.unknown_keys, ", "),
            "correct them, or install a newer praxis"
        );
    }
    for (const auto& noun : manifest.nouns) {
        for (const auto& other : platform.manifests()) {
            if (other.name != manifest.name && other.claims(noun.name)) {
                warn(
                    "'" + other.name + "' also provides the command '" + noun.name + "'",
                    "praxis config set plugins.commands." + noun.name + " " + manifest.name
                );
            }
        }
    }
    const auto* trust = platform.state().trust_of(manifest.name);
    if (trust != nullptr && trust->whatever_changes) {
        warn(
            "it stays trusted after changes",
            "when it is finished: praxis plugin trust " + manifest.name
        );
    }
}

} // namespace

std::vector<Finding> examine_plugin(Platform& platform, const Manifest& manifest) {
    std::vector<Finding> findings;
    const auto standing = standing_of(manifest, platform.state());
    if (standing.state == Standing::State::disabled) {
        findings.push_back(
            {manifest.name, Finding::Severity::warning, standing.reason, standing.fix}
        );
    } else if (standing.state != Standing::State::usable) {
        findings.push_back({manifest.name, Finding::Severity::wrong, standing.reason, standing.fix}
        );
    } else if (const auto problem = try_to_load(platform, manifest); !problem.empty()) {
        findings.push_back(
            {manifest.name,
             Finding::Severity::wrong,
             problem,
             "praxis plugin disable " + manifest.name +
                 ", or praxis plugin add PATH --replace with another version"}
        );
    }
    add_manifest_findings(findings, platform, manifest);
    if (findings.empty()) {
        findings.push_back({manifest.name, Finding::Severity::ok, "it loads", {}});
    }
    return findings;
}

} // namespace praxis::plugins
