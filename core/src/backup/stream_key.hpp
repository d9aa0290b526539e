// SPDX-License-Identifier: MIT
/// The key that seals the bytes of a backup.
/// source  schemas/formats/backup.md
#pragma once
#include "keys/keys.hpp"
#include "sealed/stream_key.hpp"

#include <cstddef>
#include <span>

namespace praxis::backup {

using sealed::FillRandom;
using sealed::random_stream_key;
using sealed::StreamKey;

inline constexpr std::size_t stream_salt_bytes = crypto_generichash_blake2b_SALTBYTES;

/// Keyed BLAKE2b of an empty message. Each salt gives another key, and no stream key reveals the
/// data key.
StreamKey derive_stream_key(const practice::DataKey& key, std::span<const unsigned char> salt);

} // namespace praxis::backup
