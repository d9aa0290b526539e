// SPDX-License-Identifier: MIT
/// A person's signature over bytes that do not change any more.
/// source  RFC 8032 (Ed25519)
#pragma once
#include <praxis/abi.h>

#include <string>
#include <string_view>

namespace praxis {

struct Signature {
    std::string public_key; // 64 hexadecimal digits: whose it is stands in core_signing_key
    std::string value;      // 128 hexadecimal digits
};

/// Whether the signature was made over exactly these bytes with the secret of that public key.
/// False, too, for anything that is no signature.
PRAXIS_API bool holds(const Signature& signature, std::string_view bytes);

} // namespace praxis
