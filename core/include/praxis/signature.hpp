// SPDX-License-Identifier: MIT
/// A user's signature over bytes that no longer change.
/// source  RFC 8032 (Ed25519)
#pragma once
#include <praxis/abi.h>

#include <string>
#include <string_view>

namespace praxis {

struct Signature {
    std::string public_key; // 64 hexadecimal digits; core_signing_key names its user
    std::string value;      // 128 hexadecimal digits
};

/// Whether the signature was made over exactly these bytes with the secret key that belongs to its
/// public key. False also for a malformed signature.
PRAXIS_API bool holds(const Signature& signature, std::string_view bytes);

} // namespace praxis
