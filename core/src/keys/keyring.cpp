// SPDX-License-Identifier: MIT
#include "keys/keyring.hpp"

#include "base/hex.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>

#include <cerrno>
#include <cstring>
#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace praxis::practice::keyring {
namespace {

constexpr const char* type = "user";
constexpr std::size_t secrets = Identity::Seed::size + DataKey::size;
constexpr std::size_t most_payload = secrets + 32; // followed by a user's id
// All rights for the owner, none for anybody else.
constexpr unsigned owner_only = 0x3f3f0000;

long find_key(const std::string& description) {
    return ::syscall(
        SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, type, description.c_str(), 0
    );
}

[[noreturn]] void no_keyring() {
    throw PracticeError(
        "no_keyring",
        std::string{"the kernel's keyring is not available: "} + std::strerror(errno),
        "give --passphrase-file FILE, or set PRAXIS_PASSPHRASE_COMMAND"
    );
}

} // namespace

std::string description_of(std::string_view text_of_key_file) {
    return "praxis:" + digest_of(text_of_key_file).substr(0, 32);
}

void keep(const std::string& description, const Unlocked& unlocked, std::chrono::seconds time) {
    Secret<most_payload> payload;
    std::memcpy(payload.data(), unlocked.identity.seed().data(), Identity::Seed::size);
    std::memcpy(payload.data() + Identity::Seed::size, unlocked.key.data(), DataKey::size);
    const auto user = unlocked.user.substr(0, most_payload - secrets);
    std::memcpy(payload.data() + secrets, user.data(), user.size());
    const auto key = ::syscall(
        SYS_add_key,
        type,
        description.c_str(),
        payload.data(),
        secrets + user.size(),
        KEY_SPEC_USER_KEYRING
    );
    if (key < 0 ||
        ::syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, static_cast<unsigned>(time.count())) < 0 ||
        ::syscall(SYS_keyctl, KEYCTL_SETPERM, key, owner_only) < 0) {
        const int error = errno;
        forget(description);
        errno = error;
        no_keyring();
    }
}

std::optional<Unlocked> find(const std::string& description) {
    const auto key = find_key(description);
    if (key < 0) {
        return std::nullopt;
    }
    Secret<most_payload> payload;
    const auto size = ::syscall(SYS_keyctl, KEYCTL_READ, key, payload.data(), most_payload);
    if (size <= static_cast<long>(secrets) || size > static_cast<long>(most_payload)) {
        return std::nullopt;
    }
    const auto bytes = std::span<const unsigned char, most_payload>{payload.bytes()};
    return Unlocked{
        std::string(
            reinterpret_cast<const char*>(payload.data()) + secrets,
            static_cast<std::size_t>(size) - secrets
        ),
        Identity{Identity::Seed{bytes.subspan<0, Identity::Seed::size>()}},
        DataKey{bytes.subspan<Identity::Seed::size, DataKey::size>()}};
}

bool forget(const std::string& description) {
    const auto key = find_key(description);
    return key >= 0 && ::syscall(SYS_keyctl, KEYCTL_INVALIDATE, key) == 0;
}

} // namespace praxis::practice::keyring
