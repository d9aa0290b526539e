// SPDX-License-Identifier: MIT
#include "sealed/passphrase_key.hpp"

#include "text/compose.hpp"

#include <praxis/error.hpp>

namespace praxis::sealed {
namespace {

constexpr std::string_view purpose = "praxis-passphrase";

StreamKey derive(const FromPassphrase& how, std::string_view typed) {
    const auto passphrase = compose(typed);
    StreamKey derived;
    if (crypto_pwhash(
            derived.bytes().data(),
            StreamKey::size,
            passphrase.data(),
            passphrase.size(),
            how.salt.data(),
            how.passes,
            how.memory_kib * 1024,
            crypto_pwhash_ALG_ARGON2ID13
        ) != 0) {
        throw PracticeError(
            "out_of_memory",
            "there is not enough memory for the passphrase",
            "close other programs: deriving the key takes " +
                std::to_string(how.memory_kib / 1024) + " MiB"
        );
    }
    return derived;
}

} // namespace

FromPassphrase
seal_key(const StreamKey& key, std::string_view passphrase, const FillRandom& fill_random) {
    FromPassphrase sealed;
    sealed.salt.resize(crypto_pwhash_SALTBYTES);
    sealed.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    sealed.sealed.resize(sealed_stream_key_bytes);
    fill_random(sealed.salt);
    fill_random(sealed.nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.sealed.data(),
        nullptr,
        key.data(),
        StreamKey::size,
        as_bytes(purpose),
        purpose.size(),
        nullptr,
        sealed.nonce.data(),
        derive(sealed, passphrase).data()
    );
    return sealed;
}

StreamKey
unseal_key(const FromPassphrase& sealed, std::string_view passphrase, const std::string& path) {
    StreamKey key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            key.bytes().data(),
            nullptr,
            nullptr,
            sealed.sealed.data(),
            sealed.sealed.size(),
            as_bytes(purpose),
            purpose.size(),
            sealed.nonce.data(),
            derive(sealed, passphrase).data()
        ) != 0) {
        throw PracticeError("wrong_passphrase", "wrong passphrase for " + path);
    }
    return key;
}

} // namespace praxis::sealed
