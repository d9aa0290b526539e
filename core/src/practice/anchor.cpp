// SPDX-License-Identifier: MIT
#include "practice/anchor.hpp"

#include "practice/file.hpp"
#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <SQLiteCpp/Transaction.h>
#include <boost/filesystem.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace praxis::practice {
namespace {

constexpr std::string_view magic = "PRXHEAD2";
constexpr std::string_view earlier_magic = "PRXHEAD1";
constexpr std::size_t number_at = 8;
constexpr std::size_t digest_at = 16;
constexpr std::size_t time_at = 48;
constexpr std::size_t schema_version_at = 56;
constexpr std::size_t schema_at = 64;
constexpr std::size_t code_at = 96;
constexpr std::size_t code_bytes = 32;
constexpr std::size_t size = code_at + code_bytes;

using Bytes = std::array<unsigned char, size>;

/// What practice.head says.
struct Anchor {
    Head head;
    std::int64_t schema_version = 0; // PRAGMA schema_version
    Digest schema;
};

/// What the practice itself says at one moment.
struct Present {
    Head head;
    std::int64_t schema_version = 0;
};

void put_number(Bytes& anchor, std::size_t at, std::int64_t number) {
    auto rest = static_cast<std::uint64_t>(number);
    for (std::size_t i = 0; i < 8; ++i, rest >>= 8U) {
        anchor[at + i] = static_cast<unsigned char>(rest & 0xffU);
    }
}

std::int64_t number_of(const Bytes& anchor, std::size_t at) {
    std::uint64_t number = 0;
    for (std::size_t i = 8; i > 0; --i) {
        number = (number << 8U) | anchor[at + i - 1];
    }
    return static_cast<std::int64_t>(number);
}

/// The authentication code of all bytes before it.
std::array<unsigned char, code_bytes> code_of(const Bytes& anchor, const PracticeSecret& secret) {
    std::array<unsigned char, code_bytes> code{};
    crypto_generichash(
        code.data(), code.size(), anchor.data(), code_at, secret.data(), PracticeSecret::size
    );
    return code;
}

void put_digest(Bytes& anchor, std::size_t at, const Digest& digest) {
    std::copy(digest.bytes.begin(), digest.bytes.end(), anchor.begin() + static_cast<long>(at));
}

Digest digest_at_offset(const Bytes& anchor, std::size_t at) {
    Digest digest;
    std::copy_n(anchor.begin() + static_cast<long>(at), Digest::size, digest.bytes.begin());
    return digest;
}

Bytes bytes_of(const Anchor& anchor, Instant now, const PracticeSecret& secret) {
    Bytes bytes{};
    std::copy(magic.begin(), magic.end(), bytes.begin());
    put_number(bytes, number_at, anchor.head.change_set);
    put_digest(bytes, digest_at, anchor.head.digest);
    put_number(bytes, time_at, now.time_since_epoch().count());
    put_number(bytes, schema_version_at, anchor.schema_version);
    put_digest(bytes, schema_at, anchor.schema);
    const auto code = code_of(bytes, secret);
    std::copy(code.begin(), code.end(), bytes.begin() + code_at);
    return bytes;
}

/// nullopt if the anchor is incomplete, or another practice wrote it.
std::optional<Anchor> anchor_of(const std::string& text, const PracticeSecret& secret) {
    Bytes bytes{};
    if (text.size() != bytes.size() || !text.starts_with(magic)) {
        return std::nullopt;
    }
    std::copy(text.begin(), text.end(), bytes.begin());
    const auto code = code_of(bytes, secret);
    if (sodium_memcmp(code.data(), bytes.data() + code_at, code.size()) != 0) {
        return std::nullopt;
    }
    return Anchor{
        {number_of(bytes, number_at), digest_at_offset(bytes, digest_at)},
        number_of(bytes, schema_version_at),
        digest_at_offset(bytes, schema_at)};
}

std::int64_t schema_version_of(SQLite::Database& db) {
    return first_row(
               statement(db, "PRAGMA schema_version"),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

[[noreturn]] void altered(const std::string& what) {
    throw PracticeError(
        "practice_altered",
        what,
        "look at the damage: praxis doctor; then restore a backup: praxis backup list; or, if you "
        "know the reason, continue without the lost changes: praxis doctor --accept-loss"
    );
}

[[noreturn]] void cannot_write(const std::string& path) {
    throw PracticeError("practice_storage", path + " cannot be written: " + std::strerror(errno));
}

/// The anchor beside the practice; an explanation in an exception otherwise.
Anchor read_anchor(SQLite::Database& db, const std::string& path) {
    const auto file_path = anchor_path(path);
    std::string text;
    try {
        text = read_whole_file(file_path, size);
    } catch (const Refused&) {
        altered(
            "the file " + file_path + " is missing, so praxis cannot check whether changes are lost"
        );
    }
    if (text.starts_with(earlier_magic)) {
        throw PracticeError(
            "practice_older",
            "an earlier version of praxis made this practice, and this version cannot read it",
            "with that version, export each client: praxis export client C-0001"
        );
    }
    const auto anchor = anchor_of(text, practice_secret(db, "anchor"));
    if (!anchor) {
        altered("the file " + file_path + " is damaged or belongs to another practice");
    }
    return *anchor;
}

/// Why the practice does not fit its anchor; nullopt if it fits. Call it inside a transaction.
std::optional<std::string> misfit(SQLite::Database& db, const Anchor& anchor) {
    const auto head = journal_head(db);
    const auto behind = head.change_set - anchor.head.change_set;
    if (behind < 0) {
        return "the practice has lost changes: its journal ends with change " +
               std::to_string(head.change_set) + ", but change " +
               std::to_string(anchor.head.change_set) + " was saved";
    }
    if (digest_of_set(db, anchor.head.change_set) != anchor.head.digest) {
        return "this is not the practice that praxis saved: change " +
               std::to_string(anchor.head.change_set) + " is different";
    }
    if (behind > 1) {
        return "the journal has " + std::to_string(behind) +
               " changes more than praxis saved, and praxis can leave at most one";
    }
    if (schema_version_of(db) == anchor.schema_version) {
        return std::nullopt;
    }
    const auto schema = digest_of_schema(db);
    if (schema == anchor.schema || (behind == 1 && schema == sealed_schema(db))) {
        return std::nullopt; // VACUUM also counts the version up
    }
    return "a table, an index, a trigger or a view was changed outside praxis";
}

/// The same, read at one moment.
std::optional<std::string> misfit_now(SQLite::Database& db, const std::string& path) {
    const auto anchor = read_anchor(db, path);
    const SQLite::Transaction snapshot{db};
    return misfit(db, anchor);
}

} // namespace

void insert_secrets(SQLite::Database& db, const FillRandom& fill_random) {
    for (const auto* name : {"anchor", "access"}) {
        const PracticeSecret secret{fill_random};
        auto insert = statement(db, "INSERT INTO core_secret (name, value) VALUES (?, ?)", name);
        insert.bind(2, secret.data(), static_cast<int>(PracticeSecret::size));
        insert.exec();
    }
}

bool has_secrets(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT 1 FROM core_secret LIMIT 1"), [](auto&) { return true; }
    ).value_or(false);
}

PracticeSecret practice_secret(SQLite::Database& db, const std::string& name) {
    auto query = statement(db, "SELECT value FROM core_secret WHERE name = ?", name);
    if (!query.executeStep() || query.getColumn(0).getBytes() != PracticeSecret::size) {
        throw PracticeError("practice_damaged", "the practice has no secret " + name);
    }
    const auto* bytes = static_cast<const unsigned char*>(query.getColumn(0).getBlob());
    return PracticeSecret{
        std::span<const unsigned char, PracticeSecret::size>{bytes, PracticeSecret::size}};
}

std::string anchor_path(const std::string& path) {
    return beside(path, ".head");
}

void write_anchor(SQLite::Database& db, const std::string& path, const Head& head, Instant now) {
    const auto anchor = bytes_of(
        {head, schema_version_of(db), sealed_schema(db).value_or(Digest{})},
        now,
        practice_secret(db, "anchor")
    );
    const auto file_path = anchor_path(path);
    const bool is_new = !boost::filesystem::exists(file_path);
    const Descriptor file{
        ::open(file_path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600)};
    if (file.number() < 0) {
        cannot_write(file_path);
    }
    // One write smaller than a sector: after a power cut the file is either new or unchanged.
    const auto written = ::pwrite(file.number(), anchor.data(), anchor.size(), 0);
    if (written != static_cast<ssize_t>(anchor.size()) || ::fdatasync(file.number()) != 0) {
        cannot_write(file_path);
    }
    if (is_new) {
        sync_folder(boost::filesystem::path{file_path}.parent_path().string());
    }
}

void complete_anchor(SQLite::Database& db, const std::string& path, Instant now) {
    std::string text;
    try {
        text = read_whole_file(anchor_path(path), size);
    } catch (const Refused&) {
        return; // doctor --accept-loss writes a new one
    }
    const auto anchor = anchor_of(text, practice_secret(db, "anchor"));
    const auto head = journal_head(db);
    if (anchor && anchor->head.change_set + 1 == head.change_set && !misfit(db, *anchor)) {
        write_anchor(db, path, head, now);
    }
}

void check_anchor(SQLite::Database& db, const std::string& path) {
    // Writers may commit more than once between the reading of the anchor and of the practice.
    constexpr int most_tries = 5;
    for (int i = 0; i < most_tries; ++i) {
        if (!misfit_now(db, path)) {
            return;
        }
    }
    const WriterLock writer_lock{lock_path(path)};
    if (const auto found = misfit_now(db, path)) {
        altered(*found);
    }
}

} // namespace praxis::practice
