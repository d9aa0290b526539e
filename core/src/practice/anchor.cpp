// SPDX-License-Identifier: MIT
#include "practice/anchor.hpp"

#include "base/hex.hpp"
#include "practice/file.hpp"
#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/filesystem.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace praxis::practice {
namespace {

constexpr std::string_view magic = "PRXHEAD1";
constexpr std::size_t number_at = 8;
constexpr std::size_t digest_at = 16;
constexpr std::size_t digest_bytes = 32;
constexpr std::size_t time_at = 48;
constexpr std::size_t code_at = 96;
constexpr std::size_t code_bytes = 32;
constexpr std::size_t size = code_at + code_bytes;

using Anchor = std::array<unsigned char, size>;

void put_number(Anchor& anchor, std::size_t at, std::int64_t number) {
    auto rest = static_cast<std::uint64_t>(number);
    for (std::size_t i = 0; i < 8; ++i, rest >>= 8U) {
        anchor[at + i] = static_cast<unsigned char>(rest & 0xffU);
    }
}

std::int64_t number_of(const Anchor& anchor, std::size_t at) {
    std::uint64_t number = 0;
    for (std::size_t i = 8; i > 0; --i) {
        number = (number << 8U) | anchor[at + i - 1];
    }
    return static_cast<std::int64_t>(number);
}

/// The authentication code of all bytes before it.
std::array<unsigned char, code_bytes> code_of(const Anchor& anchor, const PracticeSecret& secret) {
    std::array<unsigned char, code_bytes> code{};
    crypto_generichash(
        code.data(), code.size(), anchor.data(), code_at, secret.data(), PracticeSecret::size
    );
    return code;
}

Anchor anchor_of(const Head& head, Instant now, const PracticeSecret& secret) {
    Anchor anchor{};
    std::copy(magic.begin(), magic.end(), anchor.begin());
    put_number(anchor, number_at, head.change_set);
    const auto digest = from_hex(head.digest).value_or(Bytes(digest_bytes));
    std::copy(digest.begin(), digest.end(), anchor.begin() + digest_at);
    put_number(anchor, time_at, now.time_since_epoch().count());
    const auto code = code_of(anchor, secret);
    std::copy(code.begin(), code.end(), anchor.begin() + code_at);
    return anchor;
}

/// nullopt if the anchor is incomplete, or another practice wrote it.
std::optional<Head> head_of(const std::string& bytes, const PracticeSecret& secret) {
    Anchor anchor{};
    if (bytes.size() != anchor.size() || !bytes.starts_with(magic)) {
        return std::nullopt;
    }
    std::copy(bytes.begin(), bytes.end(), anchor.begin());
    const auto code = code_of(anchor, secret);
    if (sodium_memcmp(code.data(), anchor.data() + code_at, code.size()) != 0) {
        return std::nullopt;
    }
    Head head{number_of(anchor, number_at), {}};
    if (head.change_set > 0) {
        head.digest = to_hex(std::span{anchor}.subspan(digest_at, digest_bytes));
    }
    return head;
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

} // namespace

void insert_secrets(SQLite::Database& db, const FillRandom& fill_random) {
    for (const auto* name : {"anchor", "access"}) {
        const PracticeSecret secret{fill_random};
        auto insert = statement(db, "INSERT INTO core_secret (name, value) VALUES (?, ?)", name);
        insert.bind(2, secret.data(), static_cast<int>(PracticeSecret::size));
        insert.exec();
    }
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
    const auto anchor = anchor_of(head, now, practice_secret(db, "anchor"));
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

void check_anchor(SQLite::Database& db, const std::string& path) {
    const auto file_path = anchor_path(path);
    std::string bytes;
    try {
        bytes = read_whole_file(file_path, size);
    } catch (const Refused&) {
        altered(
            "the file " + file_path + " is missing, so praxis cannot check whether changes are lost"
        );
    }
    const auto head = head_of(bytes, practice_secret(db, "anchor"));
    if (!head) {
        altered("the file " + file_path + " is damaged or belongs to another practice");
    }
    if (head->change_set == 0 || digest_of_set(db, head->change_set) == head->digest) {
        return;
    }
    const auto last = journal_head(db).change_set;
    altered(
        last < head->change_set ? "the practice has lost changes: its journal ends with change " +
                                      std::to_string(last) + ", but change " +
                                      std::to_string(head->change_set) + " was saved"
                                : "this is not the practice that praxis saved: change " +
                                      std::to_string(head->change_set) + " is different"
    );
}

} // namespace praxis::practice
