// SPDX-License-Identifier: MIT
#include "system/process_protection.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace praxis {
namespace {

/// The lines "Name:\tvalue" of /proc/PID/status.
using Status = std::map<std::string, std::string, std::less<>>;

Status read_status(const std::string& path) {
    Status status;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(':');
        const auto begin = line.find_first_not_of(": \t", colon);
        if (colon != std::string::npos && begin != std::string::npos) {
            status.emplace(line.substr(0, colon), line.substr(begin));
        }
    }
    return status;
}

std::optional<std::uint64_t> number(const Status& status, std::string_view name, int base) {
    const auto found = status.find(name);
    if (found == status.end()) {
        return std::nullopt;
    }
    const auto& text = found->second;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

bool is_ignored(const Status& status, int signal) {
    const auto ignored = number(status, "SigIgn", 16);
    return ignored && (*ignored >> static_cast<unsigned>(signal - 1) & 1U) != 0;
}

bool leaves_no_core_file() {
    rlimit limit{};
    return ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0;
}

/// A filter alone proves nothing, as containers bring their own. So a socket is asked for that the
/// kernel itself could never make, as its kind does not exist: only a filter says "no permission".
bool is_without_network() {
    constexpr int no_kind = 0xF;
    const int made = ::socket(AF_INET, no_kind, 0);
    if (made >= 0) {
        ::close(made);
        return false;
    }
    return errno == EACCES || errno == EPERM;
}

constexpr std::uint64_t filtering = 2; // SECCOMP_MODE_FILTER

} // namespace

std::vector<Protection> process_protections(const std::string& status_file) {
    const auto status = read_status(status_file);
    const auto umask = number(status, "Umask", 8);
    const bool filtered = number(status, "Seccomp", 10) == filtering;
    return {
        {"private_files", "new files are for their owner only", umask && (*umask & 077U) == 077U},
        {"no_core_files", "a crash leaves no core file", leaves_no_core_file()},
        {"private_memory",
         "other programs of yours cannot look into its memory",
         ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0},
        {"no_new_rights",
         "programs that it starts cannot gain rights",
         number(status, "NoNewPrivs", 10) == 1U},
        {"no_network", "cannot talk to the network", filtered && is_without_network()},
        {"survives_closed_pipes", "a closed pipe does not kill it", is_ignored(status, SIGPIPE)},
        {"survives_full_quota", "a full quota does not kill it", is_ignored(status, SIGXFSZ)},
    };
}

std::string compiled_protections() {
    std::string list;
    [[maybe_unused]] const auto add = [&](const std::string& protection) {
        list += (list.empty() ? "" : ", ") + protection;
    };
#if defined(_FORTIFY_SOURCE) && _FORTIFY_SOURCE > 0
    add("fortified sources " + std::to_string(_FORTIFY_SOURCE));
#endif
#if defined(__SSP_STRONG__) || defined(__SSP_ALL__)
    add("stack protector");
#endif
#if defined(_GLIBCXX_ASSERTIONS)
    add("checked containers");
#endif
#if defined(__CET__) || defined(__ARM_FEATURE_BTI_DEFAULT)
    add("checked jumps");
#endif
    return list.empty() ? "no hardening: a build for tests" : list;
}

} // namespace praxis
