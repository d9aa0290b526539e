// SPDX-License-Identifier: MIT
/// The part of a backup that needs no key to read: what the backup is, and how to get its key.
/// source  schemas/formats/backup.md
#pragma once
#include "base/hex.hpp"

#include <praxis/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace praxis::backup {

/// The stream's key is derived from the data key of an encrypted practice.
struct FromPractice {
    std::string keys; // the text of practice.keys
    Bytes salt;       // 16 bytes
};

/// The stream's key is in the header, because the practice is not encrypted: anybody can read the
/// backup; praxis still detects damage.
struct Open {
    Bytes stream_key;
};

using KeySource = std::variant<FromPractice, Open>;

struct Header {
    std::string praxis;   // version of praxis that made the backup
    std::string practice; // UUID
    Instant created;
    std::uint64_t size = 0; // bytes that are sealed
    KeySource key;
};

/// "the passphrases of the practice" or "no passphrase": wording for people.
std::string protection(const KeySource& key);

/// What a person must know about a backup of that kind; empty if nothing.
std::string warning_about(const KeySource& key);

std::string write_header(const Header& header);

/// `path` names the backup in messages.
/// errors  PracticeError backup_damaged: not a header, or its numbers exceed the limits of praxis;
///         backup_older: its key comes from a passphrase, as before the format was final
Header read_header(std::string_view json, const std::string& path);

/// "2026-11-20T09:00:00Z", and back; nullopt for any other text.
std::string utc_text(Instant instant);
std::optional<Instant> read_utc_text(std::string_view text);

[[noreturn]] void damaged(const std::string& path, const std::string& reason);

} // namespace praxis::backup
