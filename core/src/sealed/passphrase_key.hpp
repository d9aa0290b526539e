// SPDX-License-Identifier: MIT
/// A stream's key, sealed under a passphrase: for sealed files that leave the practice, whose
/// receiver has none of its keys. A backup does not use it.
/// source  RFC 9106 (Argon2id)
#pragma once
#include "base/hex.hpp"
#include "sealed/stream_key.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::sealed {

/// The stream's key is random and sealed under a passphrase.
struct FromPassphrase {
    std::uint64_t passes = 3;
    std::uint64_t memory_kib = std::uint64_t{256} * 1024;
    Bytes salt;   // of Argon2id
    Bytes nonce;  // of XChaCha20-Poly1305
    Bytes sealed; // the key
};

inline constexpr std::size_t sealed_stream_key_bytes =
    StreamKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;

/// Seals the key under a passphrase: Argon2id, 256 MiB, 3 passes, a random salt.
/// errors  PracticeError out_of_memory
FromPassphrase
seal_key(const StreamKey& key, std::string_view passphrase, const FillRandom& fill_random);

/// `path` names the file in messages.
/// errors  PracticeError wrong_passphrase, out_of_memory
StreamKey
unseal_key(const FromPassphrase& sealed, std::string_view passphrase, const std::string& path);

} // namespace praxis::sealed
