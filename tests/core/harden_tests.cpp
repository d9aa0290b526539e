// SPDX-License-Identifier: MIT
#include "../../cli/harden.hpp"
#include "../support/folder.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace praxis;

/// The output of a function in a child process, because hardening cannot be undone.
std::string in_a_child(const std::function<std::string()>& write_output) {
    std::array<int, 2> ends{-1, -1};
    BOOST_REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    const auto child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
        const auto output = write_output();
        const auto written = ::write(ends[1], output.data(), output.size());
        ::_exit(written == static_cast<ssize_t>(output.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string output;
    std::array<char, 4096> piece{};
    for (auto count = ::read(ends[0], piece.data(), piece.size()); count > 0;
         count = ::read(ends[0], piece.data(), piece.size())) {
        output.append(piece.data(), static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    int status = 0;
    BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? output : "the child died";
}

/// The error of a call, or 0.
int error_of(const std::function<long()>& call) {
    errno = 0;
    return call() < 0 ? errno : 0;
}

std::string errors_of_sockets() {
    std::string errors;
    for (const int family : {AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, AF_VSOCK, AF_UNIX}) {
        errors += std::to_string(error_of([&] { return ::socket(family, SOCK_DGRAM, 0); })) + " ";
    }
    std::array<int, 2> ends{};
    errors +=
        std::to_string(error_of([&] { return ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()); })
        );
    return errors;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool searches_for_leaks = true; // which needs ptrace, so the process stays traceable
#else
constexpr bool searches_for_leaks = false;
#endif

} // namespace

BOOST_AUTO_TEST_SUITE(harden_tests)

BOOST_AUTO_TEST_CASE(only_local_sockets_are_allowed) {
    const auto before = in_a_child(errors_of_sockets);
    BOOST_REQUIRE(before.starts_with("0 ")); // the probe works: an unhardened process gets a socket
    const auto denied = std::to_string(EACCES) + " ";
    const auto after =
        in_a_child([] { return harden_process() ? "refused" : errors_of_sockets(); });
    BOOST_TEST(after == denied + denied + denied + denied + denied + "0 0");
}

BOOST_AUTO_TEST_CASE(the_filter_cannot_be_bypassed) {
    const auto probe = [] {
        std::string errors;
        for (const long call : {__NR_bpf, __NR_io_uring_setup, __NR_pidfd_getfd}) {
            errors +=
                std::to_string(error_of([&] { return ::syscall(call, -1, nullptr, -1); })) + " ";
        }
        const auto traced = error_of([] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); });
        return errors + std::to_string(traced);
    };
    const auto denied = std::to_string(EPERM);
    const auto before = in_a_child(probe);
    BOOST_TEST(
        before.ends_with(" 0"), before
    ); // the probe works: an unhardened process can be traced
    const auto after = in_a_child([&] { return harden_process() ? "refused" : probe(); });
    BOOST_TEST(
        after == denied + " " + denied + " " + denied + " " + (searches_for_leaks ? "0" : denied)
    );
}

#if defined(__x86_64__)

BOOST_AUTO_TEST_CASE(calls_of_another_architecture_are_denied) {
    const auto process_number = [] {
        long result = 20; // getpid, in the numbers of 32 bits
        asm volatile("int $0x80" : "+a"(result) : : "r8", "r9", "r10", "r11", "memory");
        return std::to_string(result < 0 ? result : 0);
    };
    const auto before = in_a_child(process_number);
    if (before != "0") {
        BOOST_TEST_MESSAGE("this kernel has no calls of 32 bits");
        return;
    }
    const auto after = in_a_child([&] { return harden_process() ? "refused" : process_number(); });
    BOOST_TEST(after == std::to_string(-EPERM));
    const auto x32 = in_a_child([] {
        constexpr long x32_socket = 0x40000000 + __NR_socket;
        if (harden_process()) {
            return std::string{"refused"};
        }
        return std::to_string(error_of([] { return ::syscall(x32_socket, AF_INET, SOCK_DGRAM, 0); })
        );
    });
    BOOST_TEST(x32 == std::to_string(EPERM));
}

#endif

BOOST_AUTO_TEST_CASE(closed_streams_are_opened_in_the_opposite_mode) {
    const auto output = in_a_child([] {
        for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            ::close(number);
        }
        if (harden_process()) {
            return std::string{"refused"};
        }
        char letter = 0;
        const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        return std::to_string(error_of([&] { return ::read(STDIN_FILENO, &letter, 1); })) + " " +
               std::to_string(error_of([&] { return ::write(STDOUT_FILENO, &letter, 1); })) + " " +
               std::to_string(error_of([&] { return ::write(STDERR_FILENO, &letter, 1); })) + " " +
               (next > STDERR_FILENO ? "apart" : "mistaken");
    });
    const auto bad = std::to_string(EBADF) + " ";
    BOOST_TEST(output == bad + bad + bad + "apart");
}

BOOST_AUTO_TEST_CASE(open_streams_stay_unchanged) {
    const auto output = in_a_child([] {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0 || ::dup2(ends[1], STDOUT_FILENO) < 0 || harden_process()) {
            return std::string{"refused"};
        }
        char letter = 0;
        const bool written = ::write(STDOUT_FILENO, "x", 1) == 1;
        return std::string{written && ::read(ends[0], &letter, 1) == 1 ? "the same" : "another"};
    });
    BOOST_TEST(output == "the same");
}

BOOST_AUTO_TEST_SUITE_END()
