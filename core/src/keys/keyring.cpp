// SPDX-License-Identifier: MIT
#include "keys/keyring.hpp"

#include "base/hex.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

#include <cerrno>
#include <cstring>
#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace praxis::practice::keyring {
namespace {

constexpr const char* type = "user";
// A key's content: the seed, the data key, the digest of the key file, the user's id.
constexpr std::size_t secrets = Identity::Seed::size + DataKey::size;
constexpr std::size_t digest_digits = 64;
constexpr std::size_t user_begins = secrets + digest_digits;
constexpr std::size_t most_payload = user_begins + 32;
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

/// Gives a new key its rights and its time, and only then a place in the user's keyring.
void link_for(std::chrono::seconds time, long key) {
    if (::syscall(SYS_keyctl, KEYCTL_SETPERM, key, owner_only) < 0 ||
        ::syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, static_cast<unsigned>(time.count())) < 0 ||
        ::syscall(SYS_keyctl, KEYCTL_LINK, key, KEY_SPEC_USER_KEYRING) < 0) {
        no_keyring();
    }
}

} // namespace

std::string description_of(const std::string& path) {
    namespace fs = boost::filesystem;
    const auto whole = fs::absolute(path);
    boost::system::error_code error; // of a folder that cannot be read: its name must do
    const auto folder = fs::weakly_canonical(whole.parent_path(), error);
    const auto place = (error ? whole.parent_path() : folder) / whole.filename();
    return "praxis:" + digest_of(place.string()).substr(0, 32);
}

void keep(
    const std::string& description,
    std::string_view text_of_key_file,
    const Unlocked& unlocked,
    std::chrono::seconds time
) {
    Secret<most_payload> payload;
    std::memcpy(payload.data(), unlocked.identity.seed().data(), Identity::Seed::size);
    std::memcpy(payload.data() + Identity::Seed::size, unlocked.key.data(), DataKey::size);
    std::memcpy(payload.data() + secrets, digest_of(text_of_key_file).data(), digest_digits);
    const auto user = unlocked.user.substr(0, most_payload - user_begins);
    std::memcpy(payload.data() + user_begins, user.data(), user.size());
    // The keyring of this process ends with it.
    const auto key = ::syscall(
        SYS_add_key,
        type,
        description.c_str(),
        payload.data(),
        user_begins + user.size(),
        KEY_SPEC_PROCESS_KEYRING
    );
    if (key < 0) {
        no_keyring();
    }
    link_for(time, key);
    ::syscall(SYS_keyctl, KEYCTL_UNLINK, key, KEY_SPEC_PROCESS_KEYRING);
}

std::optional<Unlocked> find(const std::string& description, std::string_view text_of_key_file) {
    const auto key = find_key(description);
    if (key < 0) {
        return std::nullopt;
    }
    Secret<most_payload> payload;
    const auto size = ::syscall(SYS_keyctl, KEYCTL_READ, key, payload.data(), most_payload);
    if (size <= static_cast<long>(user_begins) || size > static_cast<long>(most_payload)) {
        return std::nullopt;
    }
    const auto* text = reinterpret_cast<const char*>(payload.data());
    if (std::string_view{text + secrets, digest_digits} != digest_of(text_of_key_file)) {
        return std::nullopt;
    }
    const auto bytes = std::span<const unsigned char, most_payload>{payload.bytes()};
    return Unlocked{
        std::string(text + user_begins, static_cast<std::size_t>(size) - user_begins),
        Identity{Identity::Seed{bytes.subspan<0, Identity::Seed::size>()}},
        DataKey{bytes.subspan<Identity::Seed::size, DataKey::size>()}};
}

bool forget(const std::string& description) {
    bool forgot = false;
    for (long key = 0; (key = find_key(description)) >= 0; forgot = true) {
        const bool unlinked = ::syscall(SYS_keyctl, KEYCTL_UNLINK, key, KEY_SPEC_USER_KEYRING) == 0;
        // Also removes the key from any other keyring that it was linked to.
        if (::syscall(SYS_keyctl, KEYCTL_INVALIDATE, key) != 0 && !unlinked) {
            throw PracticeError(
                "no_keyring",
                std::string{"the key cannot be removed from the kernel's keyring: "} +
                    std::strerror(errno),
                "close all your sessions on this machine, or switch it off"
            );
        }
    }
    return forgot;
}

} // namespace praxis::practice::keyring
