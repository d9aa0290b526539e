// SPDX-License-Identifier: MIT
#include "harden.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace praxis {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PRAXIS_CHECKS_FOR_LEAKS 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define PRAXIS_CHECKS_FOR_LEAKS 1
#endif

/// LeakSanitizer reads this process with ptrace when it ends: builds with AddressSanitizer allow
/// it.
#ifdef PRAXIS_CHECKS_FOR_LEAKS
constexpr bool checks_for_leaks = true;
#else
constexpr bool checks_for_leaks = false;
#endif

/// Opens each of the descriptors 0 to 2 that is closed, in the wrong direction: reading the input
/// or writing the output stays an error, but no database gets such a number.
bool open_standard_descriptors() {
    for (int number = 0; number <= STDERR_FILENO; ++number) {
        if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) {
            continue;
        }
        const int mode = number == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", mode) != number) { // the lowest free one, which this is
            return false;
        }
    }
    return true;
}

// The filter of system calls -------------------------------------------------------------------

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
constexpr std::uint32_t first_foreign_number = 0x40000000; // x32 calls: the same architecture
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
constexpr std::uint32_t first_foreign_number = 0xFFFFFFFF; // there are none
#endif

#if defined(__x86_64__) || defined(__aarch64__)

constexpr sock_filter load(std::size_t offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

/// Skips one number of statements when the loaded value is `value`, another when it is not.
constexpr sock_filter
when_equal(std::uint32_t value, std::uint8_t skip_if_equal, std::uint8_t skip_otherwise) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, skip_if_equal, skip_otherwise);
}

constexpr sock_filter
when_at_least(std::uint32_t value, std::uint8_t skip_if_so, std::uint8_t skip_otherwise) {
    return BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, value, skip_if_so, skip_otherwise);
}

constexpr sock_filter allow() {
    return BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
}

constexpr sock_filter refuse(std::uint32_t error) {
    return BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error);
}

/// The lower half of the first argument: a family is an int, the kernel ignores the rest.
constexpr std::size_t first_argument =
    offsetof(seccomp_data, args) + (std::endian::native == std::endian::little ? 0 : 4);

/// Denies the network. Also denied are io_uring, which makes sockets without these calls, bpf,
/// which runs a program in the kernel, and ptrace and pidfd_getfd, which can take another process's
/// sockets.
bool deny_the_network() {
    constexpr std::uint32_t no_call = 0xFFFFFFFF;
    std::array filter{
        // Another architecture numbers the calls differently: all its calls are denied.
        load(offsetof(seccomp_data, arch)),
        when_equal(architecture, 1, 0),
        refuse(EPERM),
        load(offsetof(seccomp_data, nr)),
        when_at_least(first_foreign_number, 4, 0),
        when_equal(checks_for_leaks ? no_call : __NR_ptrace, 3, 0),
        when_equal(__NR_bpf, 2, 0),
        when_equal(__NR_pidfd_getfd, 1, 0),
        when_equal(__NR_io_uring_setup, 0, 1),
        refuse(EPERM),
        when_equal(__NR_socket, 2, 0),
        when_equal(__NR_socketpair, 1, 0),
        allow(),
        load(first_argument),
        when_equal(AF_UNIX, 0, 1),
        allow(),
        refuse(EACCES),
    };
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else

bool deny_the_network() {
    return false; // the filter is tested on the architectures above only
}

#endif

} // namespace

std::optional<std::string> harden_process() {
    if (!open_standard_descriptors()) {
        return "a standard stream is closed, and /dev/null cannot be opened in its place\n"
               "        start praxis with standard input, output and error open";
    }
    // Each plugin, editor and passphrase command would get these privileges, too.
    if (::getauxval(AT_SECURE) != 0) {
        return "it was started with privileges that you do not have: setuid, setgid or "
               "capabilities\n"
               "        remove them: chmod u-s,g-s PROGRAM, setcap -r PROGRAM";
    }
    ::umask(077);
    // Both: a system that pipes core dumps to a program ignores the limit.
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    if (!checks_for_leaks) {
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    }
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);
    // The kernel accepts a filter only from a process that can no longer gain privileges.
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        deny_the_network();
    }
    return std::nullopt;
}

} // namespace praxis
