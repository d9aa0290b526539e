// SPDX-License-Identifier: MIT
/// The key that seals the bytes of a backup.
/// source  schemas/formats/backup.md; RFC 9106 (Argon2id)
#pragma once
#include "backup/header.hpp"
#include "keys/keys.hpp"

#include <sodium.h>

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::backup {

using FillRandom = std::function<void(std::span<unsigned char>)>;

inline constexpr std::size_t stream_salt_bytes = crypto_generichash_blake2b_SALTBYTES;

/// 256 bits. The destructor and a move wipe it.
class StreamKey {
  public:
    static constexpr std::size_t size = crypto_secretstream_xchacha20poly1305_KEYBYTES;

    StreamKey() = default;
    StreamKey(const StreamKey&) = delete;
    StreamKey& operator=(const StreamKey&) = delete;
    StreamKey& operator=(StreamKey&&) = delete;

    StreamKey(StreamKey&& other) noexcept : bytes_(other.bytes_) { other.wipe(); }

    ~StreamKey() { wipe(); }

    [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }

    [[nodiscard]] std::span<unsigned char, size> bytes() { return bytes_; }

  private:
    void wipe() { sodium_memzero(bytes_.data(), bytes_.size()); }

    std::array<unsigned char, size> bytes_{};
};

StreamKey random_stream_key(const FillRandom& fill_random);

/// Keyed BLAKE2b of an empty message. Each salt gives another key, and no stream key reveals the
/// data key.
StreamKey derive_stream_key(const practice::DataKey& key, std::span<const unsigned char> salt);

} // namespace praxis::backup
