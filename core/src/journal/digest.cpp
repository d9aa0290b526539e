// SPDX-License-Identifier: MIT
#include "journal/digest.hpp"

#include "base/hex.hpp"

#include <algorithm>

namespace praxis::practice {

std::optional<Digest> Digest::from(std::string_view bytes) {
    if (bytes.size() != size) {
        return std::nullopt;
    }
    Digest digest;
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

void bind_digest(SQLite::Statement& query, int index, const Digest& digest) {
    query.bind(index, digest.bytes.data(), static_cast<int>(Digest::size));
}

std::optional<Digest> column_digest(SQLite::Statement& query, int index) {
    const auto bytes = column_bytes(query, index);
    return bytes ? Digest::from(*bytes) : std::nullopt;
}

std::optional<std::string> column_bytes(SQLite::Statement& query, int index) {
    const auto column = query.getColumn(index);
    if (column.isNull()) {
        return std::nullopt;
    }
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return std::string(bytes, bytes + column.getBytes());
}

void bind_bytes(SQLite::Statement& query, int index, const std::optional<std::string>& bytes) {
    if (!bytes) {
        query.bind(index);
        return;
    }
    // SQLite binds a null pointer as NULL; a string's data is never null.
    query.bind(index, bytes->data(), static_cast<int>(bytes->size()));
}

DigestBuilder::DigestBuilder(std::string_view key) {
    crypto_generichash_init(
        &state_, key.empty() ? nullptr : as_bytes(key), key.size(), Digest::size
    );
}

DigestBuilder& DigestBuilder::add(std::string_view text) {
    add_number(static_cast<std::int64_t>(text.size()));
    crypto_generichash_update(&state_, as_bytes(text), text.size());
    return *this;
}

DigestBuilder& DigestBuilder::add_if_any(const std::optional<std::string>& text) {
    return text ? add(*text) : add_number(-1);
}

DigestBuilder& DigestBuilder::add_if_any(const std::optional<Digest>& digest) {
    return digest ? add(digest->view()) : add_number(-1);
}

DigestBuilder& DigestBuilder::add_number(std::int64_t number) {
    std::array<unsigned char, 8> bytes{};
    auto rest = static_cast<std::uint64_t>(number);
    for (auto& byte : bytes) {
        byte = static_cast<unsigned char>(rest & 0xffU);
        rest >>= 8U;
    }
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
    return *this;
}

DigestBuilder& DigestBuilder::add_fixed(const Digest& digest) {
    crypto_generichash_update(&state_, digest.bytes.data(), digest.bytes.size());
    return *this;
}

Digest DigestBuilder::finish() {
    Digest digest;
    crypto_generichash_final(&state_, digest.bytes.data(), digest.bytes.size());
    return digest;
}

} // namespace praxis::practice
