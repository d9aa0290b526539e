// SPDX-License-Identifier: MIT
#include "keys/identity.hpp"

#include "base/hex.hpp"

#include <stdexcept>
#include <utility>

namespace praxis {

bool holds(const Signature& signature, std::string_view bytes) {
    const auto public_key = from_hex(signature.public_key);
    const auto value = from_hex(signature.value);
    return public_key && public_key->size() == crypto_sign_PUBLICKEYBYTES && value &&
           value->size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(
               value->data(), as_bytes(bytes), bytes.size(), public_key->data()
           ) == 0;
}

namespace practice {

Identity::Identity(Seed seed) : seed_(std::move(seed)) {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key{};
    crypto_sign_seed_keypair(public_key.data(), secret_.data(), seed_.data());
    public_key_ = to_hex(public_key);
}

Signature Identity::sign(std::string_view bytes) const {
    std::array<unsigned char, crypto_sign_BYTES> value{};
    crypto_sign_detached(value.data(), nullptr, as_bytes(bytes), bytes.size(), secret_.data());
    return {public_key_, to_hex(value)};
}

std::optional<DataKey> Identity::open(std::span<const unsigned char> sealed) const {
    if (sealed.size() != sealed_key_bytes) {
        return std::nullopt;
    }
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_public{};
    Secret<crypto_box_SECRETKEYBYTES> box_secret;
    const auto public_key = from_hex(public_key_).value();
    DataKey key;
    const bool opened =
        crypto_sign_ed25519_pk_to_curve25519(box_public.data(), public_key.data()) == 0 &&
        crypto_sign_ed25519_sk_to_curve25519(box_secret.data(), secret_.data()) == 0 &&
        crypto_box_seal_open(
            key.data(), sealed.data(), sealed.size(), box_public.data(), box_secret.data()
        ) == 0;
    return opened ? std::optional{std::move(key)} : std::nullopt;
}

std::vector<unsigned char> seal_for(const std::string& public_key, const DataKey& key) {
    const auto bytes = from_hex(public_key);
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_public{};
    if (!bytes || bytes->size() != crypto_sign_PUBLICKEYBYTES ||
        crypto_sign_ed25519_pk_to_curve25519(box_public.data(), bytes->data()) != 0) {
        throw std::invalid_argument("a data key can only be sealed for a public key");
    }
    std::vector<unsigned char> sealed(sealed_key_bytes);
    crypto_box_seal(sealed.data(), key.data(), DataKey::size, box_public.data());
    return sealed;
}

} // namespace practice
} // namespace praxis
