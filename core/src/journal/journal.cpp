// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"

#include "base/hex.hpp"

#include <praxis/sql.hpp>

#include <array>

namespace praxis::practice {
namespace {

constexpr std::size_t salt_bytes = 16;

/// Adds parts, each with its length, so that two different lists of parts never give the same
/// bytes.
class Digest {
  public:
    explicit Digest(const Bytes& key = {}) {
        crypto_generichash_init(&state_, key.data(), key.size(), size);
    }

    Digest& add(std::string_view text) {
        add_number(static_cast<std::int64_t>(text.size()));
        crypto_generichash_update(&state_, as_bytes(text), text.size());
        return *this;
    }

    Digest& add_if_any(const std::optional<std::string>& text) {
        return text ? add(*text) : add_number(-1);
    }

    /// Adds eight bytes, little-endian.
    Digest& add_number(std::int64_t number) {
        std::array<unsigned char, 8> bytes{};
        auto rest = static_cast<std::uint64_t>(number);
        for (auto& byte : bytes) {
            byte = static_cast<unsigned char>(rest & 0xffU);
            rest >>= 8U;
        }
        crypto_generichash_update(&state_, bytes.data(), bytes.size());
        return *this;
    }

    std::string hex() {
        std::array<unsigned char, size> digest{};
        crypto_generichash_final(&state_, digest.data(), digest.size());
        return to_hex(digest);
    }

  private:
    static constexpr std::size_t size = crypto_generichash_BYTES;
    crypto_generichash_state state_{};
};

std::int64_t seconds(Instant instant) {
    return instant.time_since_epoch().count();
}

Change read_change(SQLite::Statement& query) {
    return {
        column_number(query, 0),
        column_number(query, 1),
        column_text(query, 2),
        column_number(query, 3),
        optional_text(query, 4),
        optional_text(query, 5),
        column_text(query, 6),
        column_text(query, 7),
        column_flag(query, 8)};
}

std::vector<Change> collected(SQLite::Database& db, std::int64_t change_set) {
    return all_rows(
        statement(
            db,
            "SELECT change, ?, table_name, row_number, before, after, '', '', erased"
            " FROM temp.journal_change ORDER BY change",
            change_set
        ),
        read_change
    );
}

void bind_hex(SQLite::Statement& query, int index, const std::string& hex) {
    const auto bytes = from_hex(hex).value_or(Bytes{});
    // SQLite binds a null pointer as NULL; an empty blob needs an address.
    const unsigned char nothing = 0;
    query.bind(index, bytes.empty() ? &nothing : bytes.data(), static_cast<int>(bytes.size()));
}

void insert_changes(
    SQLite::Database& db, std::vector<Change>& changes, const FillRandom& fill_random
) {
    auto insert = statement(
        db,
        "INSERT INTO core_change (change_set, table_name, row_number, old_content, new_content,"
        " salt, digest, erased) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    );
    for (auto& change : changes) {
        std::array<unsigned char, salt_bytes> salt{};
        fill_random(salt);
        change.salt = to_hex(salt);
        change.digest = digest_of(change);
        bind_one(insert, 1, change.change_set);
        bind_one(insert, 2, change.table);
        bind_one(insert, 3, change.row);
        bind_one(insert, 4, change.before);
        bind_one(insert, 5, change.after);
        bind_hex(insert, 6, change.erased ? std::string{} : change.salt);
        bind_hex(insert, 7, change.digest);
        bind_one(insert, 8, change.erased);
        insert.exec();
        insert.reset();
    }
}

} // namespace

std::string digest_of(const Change& change) {
    return Digest{from_hex(change.salt).value_or(Bytes{})}
        .add(change.table)
        .add_number(change.row)
        .add_if_any(change.before)
        .add_if_any(change.after)
        .hex();
}

std::string digest_of(
    const ChangeSet& set, const std::string& previous, const std::vector<std::string>& changes
) {
    const auto& author = set.author;
    Digest digest;
    digest.add("praxis-journal/1")
        .add(previous)
        .add_number(set.number)
        .add_number(seconds(author.at))
        .add_number(author.user ? author.user->number : 0)
        .add(author.login)
        .add(author.command)
        .add_number(static_cast<std::int64_t>(changes.size()));
    for (const auto& change : changes) {
        digest.add(change);
    }
    return digest.hex();
}

Head journal_head(SQLite::Database& db) {
    return first_row(
               statement(
                   db,
                   "SELECT change_set, digest FROM core_change_set"
                   " ORDER BY change_set DESC LIMIT 1"
               ),
               [](auto& query) {
                   return Head{column_number(query, 0), column_text(query, 1)};
               }
    ).value_or(Head{});
}

std::optional<std::string> digest_of_set(SQLite::Database& db, std::int64_t change_set) {
    return first_row(
        statement(db, "SELECT digest FROM core_change_set WHERE change_set = ?", change_set),
        [](auto& query) { return column_text(query, 0); }
    );
}

void begin_change_set(SQLite::Database& db) {
    db.exec("DELETE FROM temp.journal_change");
}

std::optional<Head>
end_change_set(SQLite::Database& db, const ChangeAuthor& author, const FillRandom& fill_random) {
    const auto previous = journal_head(db);
    ChangeSet set{previous.change_set + 1, author, {}};
    auto changes = collected(db, set.number);
    if (changes.empty()) {
        return std::nullopt;
    }
    // Insert the changes first: the digest of the set covers theirs.
    db.exec("PRAGMA defer_foreign_keys = ON");
    std::vector<std::string> digests;
    insert_changes(db, changes, fill_random);
    for (const auto& change : changes) {
        digests.push_back(change.digest);
    }
    set.digest = digest_of(set, previous.digest, digests);
    execute(
        db,
        "INSERT INTO core_change_set (change_set, at, user, login, command, digest)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        set.number,
        author.at,
        author.user,
        author.login,
        author.command,
        set.digest
    );
    return Head{set.number, set.digest};
}

ChangeSet read_change_set(SQLite::Statement& query) {
    const auto user = optional_number(query, 2);
    return {
        column_number(query, 0),
        {column_instant(query, 1),
         user ? std::optional{UserId{*user}} : std::nullopt,
         column_text(query, 3),
         column_text(query, 4)},
        column_text(query, 5)};
}

std::vector<ChangeSet> all_change_sets(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT change_set, at, user, login, command, digest FROM core_change_set"
            " ORDER BY change_set"
        ),
        read_change_set
    );
}

std::vector<Change> changes_of(SQLite::Database& db, std::int64_t change_set) {
    return all_rows(
        statement(
            db,
            "SELECT change, change_set, table_name, row_number, old_content, new_content,"
            " lower(hex(salt)), lower(hex(digest)), erased FROM core_change WHERE change_set = ? "
            "ORDER BY change",
            change_set
        ),
        read_change
    );
}

} // namespace praxis::practice
