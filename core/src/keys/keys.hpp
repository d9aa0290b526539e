// SPDX-License-Identifier: MIT
/// practice.keys: one slot for each person who may open the practice, and one for the recovery
/// code. A passphrase opens its person's own secret, and that opens the practice's data key: so a
/// changed passphrase touches no record, and a new data key needs nobody's passphrase.
/// source  RFC 9106 (Argon2id, second recommended choice); format in schemas/formats/keys.md
#pragma once
#include "keys/identity.hpp"
#include "keys/secret.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

/// The slot that the recovery code opens has this in the place of a user.
inline constexpr std::string_view recovery_user = "recovery";

/// One person's secret sealed under their passphrase, and the data key sealed for that person.
struct KeySlot {
    std::string user; // "U-0001", or recovery_user
    std::uint64_t passes = 0;
    std::uint64_t memory_kib = 0;
    std::vector<unsigned char> salt;
    std::vector<unsigned char> nonce;
    std::vector<unsigned char> sealed;   // the seed; XChaCha20-Poly1305; `user` is authenticated
    std::string public_key;              // that belongs to the seed; 64 hexadecimal digits
    std::vector<unsigned char> data_key; // sealed box for public_key
    /// Another data key, sealed likewise, while the practice is being encrypted anew; else empty.
    std::vector<unsigned char> next_data_key = {};
};

/// What an opened slot gives.
struct Unlocked {
    std::string user;
    Identity identity;
    DataKey key;
};

/// Makes a slot: Argon2id, 64 MiB, 3 passes, a random salt.
KeySlot seal(
    const DataKey& key,
    const Identity& identity,
    const std::string& user,
    std::string_view passphrase,
    const FillRandom& fill_random
);

/// The text of practice.keys, and back.
/// errors  PracticeError keys_damaged
std::string write_keys(const std::vector<KeySlot>& slots);
std::vector<KeySlot> read_keys(std::string_view text, const std::string& path);

/// Opens the slot that the passphrase fits. Each slot takes a tenth of a second to try, so the one
/// of `likely_user` is tried first; a recovery code is known by its shape.
/// errors  PracticeError wrong_passphrase; keys_damaged when the passphrase fits and the rest of
///         the slot does not
Unlocked unseal(
    const std::vector<KeySlot>& slots,
    std::string_view passphrase,
    std::string_view likely_user = {},
    const std::string& path = "practice.keys"
);

/// Opens the slot of a person whose secret is at hand already.
/// errors  PracticeError keys_damaged
DataKey unseal(const KeySlot& slot, const Identity& identity, const std::string& path);

/// 160 random bits to be written on paper: "K7QM-2XN4-..." in eight groups of four. The letters are
/// those of Crockford's base 32, so that no two of them look alike.
std::string new_recovery_code(const FillRandom& fill_random);

/// The code as it was sealed, whatever was typed: small letters, blanks, O for 0, I and L for 1.
/// Nothing when it is no recovery code.
std::optional<std::string> read_recovery_code(std::string_view typed);

} // namespace praxis::practice
