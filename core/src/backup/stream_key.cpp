// SPDX-License-Identifier: MIT
#include "backup/stream_key.hpp"

#include <array>

namespace praxis::backup {
namespace {

constexpr std::array<unsigned char, crypto_generichash_blake2b_PERSONALBYTES> purpose{
    'p', 'r', 'a', 'x', 'i', 's', '-', 'b', 'a', 'c', 'k', 'u', 'p'};

} // namespace

StreamKey derive_stream_key(const practice::DataKey& key, std::span<const unsigned char> salt) {
    StreamKey derived;
    crypto_generichash_blake2b_salt_personal(
        derived.bytes().data(),
        StreamKey::size,
        nullptr,
        0,
        key.bytes().data(),
        key.bytes().size(),
        salt.data(),
        purpose.data()
    );
    return derived;
}

} // namespace praxis::backup
