// SPDX-License-Identifier: MIT
/// practice.keys: the practice's random data key, sealed once for each person who may open it.
/// A passphrase never is the key, so changing one does not touch the records.
/// source  RFC 9106 (Argon2id, second recommended choice); format in schemas/formats/keys.md
#pragma once
#include <sodium.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

/// 256 random bits that encrypt the practice. Wiped when it goes out of scope.
class DataKey {
  public:
    static constexpr std::size_t size = 32;

    explicit DataKey(const std::function<void(std::span<unsigned char>)>& fill_random) {
        fill_random(bytes_);
    }

    explicit DataKey(std::span<const unsigned char, size> bytes);

    DataKey(const DataKey&) = delete;
    DataKey& operator=(const DataKey&) = delete;
    DataKey(DataKey&&) = default;
    DataKey& operator=(DataKey&&) = delete;

    ~DataKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

    [[nodiscard]] std::span<const unsigned char, size> bytes() const { return bytes_; }

    /// 64 hexadecimal digits: how SQLCipher is told.
    [[nodiscard]] std::string hex() const;

  private:
    std::array<unsigned char, size> bytes_{};
};

/// The data key sealed with a key derived from one person's passphrase.
struct KeySlot {
    std::string user; // "U-0001"
    std::uint64_t passes = 0;
    std::uint64_t memory_kib = 0;
    std::vector<unsigned char> salt;
    std::vector<unsigned char> nonce;
    std::vector<unsigned char> sealed; // XChaCha20-Poly1305; `user` is authenticated with it
};

/// Seals the key for a person: Argon2id, 64 MiB, 3 passes, a random salt.
KeySlot seal(
    const DataKey& key,
    const std::string& user,
    std::string_view passphrase,
    const std::function<void(std::span<unsigned char>)>& fill_random
);

/// The text of practice.keys, and back.
/// errors  PracticeError keys_damaged
std::string write_keys(const std::vector<KeySlot>& slots);
std::vector<KeySlot> read_keys(std::string_view text, const std::string& path);

/// Opens the slot that the passphrase fits.
/// errors  PracticeError wrong_passphrase
DataKey unseal(const std::vector<KeySlot>& slots, std::string_view passphrase);

} // namespace praxis::practice
