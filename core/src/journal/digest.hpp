// SPDX-License-Identifier: MIT
/// The digests of the change journal: BLAKE2b-256 over a sequence of parts. Each part carries its
/// length, so that two different sequences never give the same bytes.
/// source  RFC 7693; schemas/formats/journal.md
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>
#include <sodium.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::practice {

struct Digest {
    static constexpr std::size_t size = crypto_generichash_BYTES;

    std::array<unsigned char, size> bytes{};

    bool operator==(const Digest&) const = default;

    [[nodiscard]] std::string_view view() const {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    /// Nothing unless the text has exactly the size of a digest.
    static std::optional<Digest> from(std::string_view bytes);
};

/// Stores a digest as a BLOB.
void bind_digest(SQLite::Statement& query, int index, const Digest& digest);

/// Nothing for NULL and for a BLOB of another size.
std::optional<Digest> column_digest(SQLite::Statement& query, int index);

/// The bytes of a BLOB; nothing for NULL.
std::optional<std::string> column_bytes(SQLite::Statement& query, int index);

/// Stores bytes as a BLOB, nothing as NULL. An empty text stays a BLOB of no bytes.
void bind_bytes(SQLite::Statement& query, int index, const std::optional<std::string>& bytes);

class DigestBuilder {
  public:
    /// key  salts the digest; empty for none
    explicit DigestBuilder(std::string_view key = {});

    DigestBuilder& add(std::string_view text);
    DigestBuilder& add_if_any(const std::optional<std::string>& text);
    DigestBuilder& add_if_any(const std::optional<Digest>& digest);

    /// Adds eight bytes, little-endian.
    DigestBuilder& add_number(std::int64_t number);

    /// Adds 32 bytes without a length.
    DigestBuilder& add_fixed(const Digest& digest);

    [[nodiscard]] Digest finish();

  private:
    crypto_generichash_state state_{};
};

} // namespace praxis::practice
