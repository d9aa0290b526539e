// SPDX-License-Identifier: MIT
/// practice.keys: one slot for each user who may open the practice, and one for the recovery code.
/// A passphrase opens the user's secret, and the secret opens the practice's data key. So a changed
/// passphrase changes no record, and a new data key needs no passphrase.
/// source  RFC 9106 (Argon2id, second recommended choice); format in schemas/formats/keys.md
#pragma once
#include "keys/identity.hpp"
#include "keys/secret.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

/// The `user` of the slot that the recovery code opens.
inline constexpr std::string_view recovery_user = "recovery";

/// One user's secret sealed under the passphrase, and the data key sealed for that user.
struct KeySlot {
    std::string user; // "U-0001", or recovery_user
    std::uint64_t passes = 0;
    std::uint64_t memory_kib = 0;
    std::vector<unsigned char> salt;
    std::vector<unsigned char> nonce;
    std::vector<unsigned char> sealed;   // the seed; XChaCha20-Poly1305; `user` is authenticated
    std::string public_key;              // of the seed; 64 hexadecimal digits
    std::vector<unsigned char> data_key; // sealed box for public_key
    /// The next data key, sealed the same way, while the practice is being re-encrypted; otherwise
    /// empty.
    std::vector<unsigned char> next_data_key = {};
    /// While a change of the key file is being stored with a change set: the slot opens the
    /// practice from that set on, or only until then.
    std::optional<std::int64_t> from_set = {};
    std::optional<std::int64_t> until_set = {};
};

/// The content of an opened slot.
struct Unlocked {
    std::string user;
    Identity identity;
    DataKey key;
};

/// Makes a slot: Argon2id, 64 MiB, 3 passes, a random salt. The passphrase is taken in Unicode's
/// form NFC, so that it opens the slot from every keyboard.
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

/// Opens the slot that matches the passphrase. Trying a slot takes a tenth of a second, so the slot
/// of `likely_user` comes first. A recovery code is recognised by its form. A passphrase that was
/// not typed in the form NFC is also tried as typed, after the composed form has opened no slot.
/// limits  two seconds of work for all slots together, and 512 MiB at a time
/// errors  PracticeError wrong_passphrase; too_many_keys when none of the slots that praxis may try
///         matches; keys_damaged when the passphrase matches but the rest of the slot is damaged
Unlocked unseal(
    const std::vector<KeySlot>& slots,
    std::string_view passphrase,
    std::string_view likely_user = {},
    const std::string& path = "practice.keys"
);

/// Opens the slot of a user whose secret is already known.
/// errors  PracticeError keys_damaged
DataKey unseal(const KeySlot& slot, const Identity& identity, const std::string& path);

/// 160 random bits to write on paper: "K7QM-2XN4-..." in eight groups of four. The alphabet is
/// Crockford's base 32, which has no letters that look alike.
std::string new_recovery_code(const FillRandom& fill_random);

/// The code in its sealed form. Accepts lower case, spaces, O for 0, and I or L for 1. Returns
/// nullopt if the text is not a recovery code.
std::optional<std::string> read_recovery_code(std::string_view typed);

} // namespace praxis::practice
