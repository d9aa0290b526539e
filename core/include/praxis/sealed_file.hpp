// SPDX-License-Identifier: MIT
/// A file for a person outside the practice, who has none of its keys: encrypted with a passphrase
/// that the sender tells them another way. Its layout is that of a backup.
/// source  schemas/formats/backup.md (the layout); RFC 9106 (Argon2id)
#pragma once
#include <praxis/session.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace praxis {

/// One kind of sealed file.
struct SealedKind {
    std::string_view magic;  // its first 8 bytes: "PRAXISR1"
    std::string_view format; // "praxis-referral/1"
    std::string_view name;   // for people: "bundle"
};

inline constexpr std::size_t most_sealed_bytes = std::size_t{64} << 20U; // 64 MiB

/// Seals the content under a new passphrase, which praxis reports once and never stores.
/// limits  1 byte to 64 MiB
/// errors  Refused: too large; PracticeError out_of_memory
PRAXIS_API std::string
seal_file(Session& session, const SealedKind& kind, std::string_view content);

/// The content of the file that the user named. Only in a command's `prepare`. The passphrase is
/// the first line of `passphrase_file`, otherwise what the user types.
/// errors  Refused: no such file, not of this kind, of a newer version of praxis, or bytes were
///         changed, removed or added; NeedsInput: nobody can be asked for the passphrase;
///         PracticeError wrong_passphrase, out_of_memory
PRAXIS_API std::string open_sealed_file(
    Session& session,
    const SealedKind& kind,
    const std::string& path,
    const std::optional<std::string>& passphrase_file
);

} // namespace praxis
