// SPDX-License-Identifier: MIT
/// The key that seals the bytes of a file.
#pragma once

#include <sodium.h>

#include <array>
#include <cstddef>
#include <functional>
#include <span>

namespace praxis::sealed {

using FillRandom = std::function<void(std::span<unsigned char>)>;

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

} // namespace praxis::sealed
