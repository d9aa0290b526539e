// SPDX-License-Identifier: MIT
#include <praxis/digest.hpp>

#include <sodium.h>

#include <array>

namespace praxis {

std::string digest_of(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(
        digest.data(),
        digest.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()),
        bytes.size(),
        nullptr,
        0
    );
    std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return hex.data();
}

} // namespace praxis
