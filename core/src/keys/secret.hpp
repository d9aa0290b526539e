// SPDX-License-Identifier: MIT
/// Secret bytes that are wiped as soon as they are no longer needed.
#pragma once
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <span>

namespace praxis::practice {

/// The source of random bytes. Callers pass it in, so tests can pass their own.
using FillRandom = std::function<void(std::span<unsigned char>)>;

/// A fixed number of secret bytes. The destructor and a move wipe them.
template <std::size_t Size> class Secret {
  public:
    static constexpr std::size_t size = Size;

    Secret() = default;

    explicit Secret(const FillRandom& fill_random) { fill_random(bytes_); }

    explicit Secret(std::span<const unsigned char, Size> bytes) {
        std::copy(bytes.begin(), bytes.end(), bytes_.begin());
    }

    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    Secret(Secret&& other) noexcept : bytes_(other.bytes_) { other.wipe(); }

    Secret& operator=(Secret&& other) noexcept {
        bytes_ = other.bytes_;
        other.wipe();
        return *this;
    }

    ~Secret() { wipe(); }

    [[nodiscard]] std::span<const unsigned char, Size> bytes() const { return bytes_; }

    [[nodiscard]] std::span<unsigned char, Size> bytes() { return bytes_; }

    [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }

    [[nodiscard]] unsigned char* data() { return bytes_.data(); }

  private:
    void wipe() { sodium_memzero(bytes_.data(), bytes_.size()); }

    std::array<unsigned char, Size> bytes_{};
};

/// The key that encrypts the practice.
using DataKey = Secret<32>;

} // namespace praxis::practice
