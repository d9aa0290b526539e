// SPDX-License-Identifier: MIT
#include "practice/keys.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <optional>

namespace praxis::practice {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::string_view format_name = "praxis-keys/1";
constexpr std::uint64_t passes = 3;
constexpr std::uint64_t memory_kib = std::uint64_t{64} * 1024;
// A slot that asks for more was not written by praxis: it must not be able to fill the memory.
constexpr std::uint64_t most_passes = 16;
constexpr std::uint64_t most_memory_kib = std::uint64_t{1024} * 1024;

std::string to_hex(std::span<const unsigned char> bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

std::optional<Bytes> from_hex(const std::string& hex) {
    if (hex.empty()) {
        return std::nullopt;
    }
    Bytes bytes(hex.size() / 2);
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(
            bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, &end
        ) != 0 ||
        end != hex.data() + hex.size() || length != bytes.size()) {
        return std::nullopt;
    }
    return bytes;
}

/// Wiped when it goes out of scope.
struct DerivedKey {
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes{};

    DerivedKey() = default;
    DerivedKey(const DerivedKey&) = delete;
    DerivedKey& operator=(const DerivedKey&) = delete;

    ~DerivedKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

void derive(const KeySlot& slot, std::string_view passphrase, DerivedKey& key) {
    if (crypto_pwhash(
            key.bytes.data(),
            key.bytes.size(),
            passphrase.data(),
            passphrase.size(),
            slot.salt.data(),
            slot.passes,
            slot.memory_kib * 1024,
            crypto_pwhash_ALG_ARGON2ID13
        ) != 0) {
        throw PracticeError(
            "out_of_memory",
            "there is not enough memory to try the passphrase",
            "close other programs; it takes " + std::to_string(slot.memory_kib / 1024) + " MiB"
        );
    }
}

const unsigned char* as_bytes(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

[[noreturn]] void damaged(const std::string& path, const std::string& reason) {
    throw PracticeError(
        "keys_damaged",
        "the key file " + path + " is damaged: " + reason,
        "put its copy from a backup in its place; without it the records cannot be read"
    );
}

KeySlot read_slot(const Value& value, const std::string& path) {
    const auto number = [&](const char* key, std::uint64_t most) {
        const auto* found = value.find(key);
        if (found == nullptr || !found->is_integer() || found->as_integer() < 1 ||
            static_cast<std::uint64_t>(found->as_integer()) > most) {
            damaged(path, std::string{key} + " is missing or out of range");
        }
        return static_cast<std::uint64_t>(found->as_integer());
    };
    const auto bytes = [&](const char* key, std::size_t size) {
        auto found = from_hex(value.text_at(key));
        if (!found || found->size() != size) {
            damaged(path, std::string{key} + " is missing or of the wrong length");
        }
        return *found;
    };
    KeySlot slot;
    slot.user = value.text_at("user");
    if (value.text_at("kdf") != "argon2id") {
        damaged(path, "it names a key derivation that this praxis does not know");
    }
    slot.passes = number("passes", most_passes);
    slot.memory_kib = number("memory_kib", most_memory_kib);
    slot.salt = bytes("salt", crypto_pwhash_SALTBYTES);
    slot.nonce = bytes("nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    slot.sealed = bytes("sealed", DataKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    return slot;
}

} // namespace

DataKey::DataKey(std::span<const unsigned char, size> bytes) {
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

std::string DataKey::hex() const {
    return to_hex(bytes_);
}

KeySlot seal(
    const DataKey& key,
    const std::string& user,
    std::string_view passphrase,
    const std::function<void(std::span<unsigned char>)>& fill_random
) {
    KeySlot slot;
    slot.user = user;
    slot.passes = passes;
    slot.memory_kib = memory_kib;
    slot.salt.resize(crypto_pwhash_SALTBYTES);
    slot.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    slot.sealed.resize(DataKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    fill_random(slot.salt);
    fill_random(slot.nonce);
    DerivedKey derived;
    derive(slot, passphrase, derived);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        slot.sealed.data(),
        nullptr,
        key.bytes().data(),
        key.bytes().size(),
        as_bytes(user),
        user.size(),
        nullptr,
        slot.nonce.data(),
        derived.bytes.data()
    );
    return slot;
}

std::string write_keys(const std::vector<KeySlot>& slots) {
    Value::Array list;
    for (const auto& slot : slots) {
        list.emplace_back(Value::Object{
            {"user", slot.user},
            {"kdf", "argon2id"},
            {"passes", static_cast<std::int64_t>(slot.passes)},
            {"memory_kib", static_cast<std::int64_t>(slot.memory_kib)},
            {"salt", to_hex(slot.salt)},
            {"nonce", to_hex(slot.nonce)},
            {"sealed", to_hex(slot.sealed)},
        });
    }
    return to_json(Value::Object{{"format", format_name}, {"slots", std::move(list)}}, 2) + "\n";
}

std::vector<KeySlot> read_keys(std::string_view text, const std::string& path) {
    Value root;
    try {
        root = parse_json(text, path);
    } catch (const Error&) {
        damaged(path, "it is no JSON");
    }
    const auto* slots = root.find("slots");
    if (root.text_at("format") != format_name || slots == nullptr || !slots->is_array() ||
        slots->as_array().empty()) {
        damaged(path, "it is no " + std::string{format_name} + " file, or holds no slot");
    }
    std::vector<KeySlot> all;
    for (const auto& slot : slots->as_array()) {
        all.push_back(read_slot(slot, path));
    }
    return all;
}

DataKey unseal(const std::vector<KeySlot>& slots, std::string_view passphrase) {
    for (const auto& slot : slots) {
        DerivedKey derived;
        derive(slot, passphrase, derived);
        std::array<unsigned char, DataKey::size> bytes{};
        const bool fits = crypto_aead_xchacha20poly1305_ietf_decrypt(
                              bytes.data(),
                              nullptr,
                              nullptr,
                              slot.sealed.data(),
                              slot.sealed.size(),
                              as_bytes(slot.user),
                              slot.user.size(),
                              slot.nonce.data(),
                              derived.bytes.data()
                          ) == 0;
        if (fits) {
            DataKey key{bytes};
            sodium_memzero(bytes.data(), bytes.size());
            return key;
        }
    }
    throw PracticeError("wrong_passphrase", "that is not the passphrase of this practice");
}

} // namespace praxis::practice
