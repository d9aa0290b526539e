// SPDX-License-Identifier: MIT
/// The secret of one user: it signs, and it opens data keys sealed for that user.
/// source  RFC 8032 (Ed25519); libsodium, "Sealed boxes" (X25519, XSalsa20-Poly1305)
#pragma once
#include "keys/secret.hpp"

#include <praxis/signature.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

class Identity {
  public:
    using Seed = Secret<crypto_sign_SEEDBYTES>;

    explicit Identity(const FillRandom& fill_random) : Identity(Seed{fill_random}) {}

    explicit Identity(Seed seed);

    [[nodiscard]] const Seed& seed() const { return seed_; }

    /// 64 hexadecimal digits.
    [[nodiscard]] const std::string& public_key() const { return public_key_; }

    [[nodiscard]] Signature sign(std::string_view bytes) const;

    /// Opens what seal_for() sealed for this public key; nullopt for anything else.
    [[nodiscard]] std::optional<DataKey> open(std::span<const unsigned char> sealed) const;

  private:
    Seed seed_;
    Secret<crypto_sign_SECRETKEYBYTES> secret_;
    std::string public_key_;
};

inline constexpr std::size_t sealed_key_bytes = DataKey::size + crypto_box_SEALBYTES;

/// Seals a data key so that only the owner of the public key can open it. It needs no passphrase,
/// so a practice can get a new key while other users are away.
/// errors  std::invalid_argument if it is not a public key
std::vector<unsigned char> seal_for(const std::string& public_key, const DataKey& key);

} // namespace praxis::practice
