// SPDX-License-Identifier: MIT
/// The change journal, praxis-journal/2: each row that a command adds, changes or removes, in the
/// same transaction. A change stores only what the tables no longer contain; older states follow
/// from the current rows by putting the old values back. Each set is chained to the one before and
/// signed.
/// source  schemas/formats/journal.md defines the bytes that a digest covers
#pragma once
#include "journal/digest.hpp"
#include "journal/row.hpp"
#include "keys/secret.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::practice {

/// Start of the command of a change set that migrations wrote.
inline constexpr std::string_view migrate_command = "migrate ";

struct ChangeAuthor {
    Instant at;
    std::optional<UserId> user;
    std::string login;
    std::string command;
};

/// The key that signs a set: a row of core_signing_key.
struct SetKey {
    std::int64_t signing_key = 0;
    std::function<std::string(std::string_view bytes)> sign; // Ed25519, 64 bytes
};

/// What sealing a set needs. `find_key` runs at the end of the transaction, because the set may add
/// the key itself; nothing while nobody has a key.
struct Sealing {
    FillRandom fill_random;
    std::function<std::optional<SetKey>(SQLite::Database&)> find_key;
};

/// The end of the chain, which the head anchor stores.
struct Head {
    std::int64_t change_set = 0; // 0: the journal is empty
    Digest digest;

    bool operator==(const Head&) const = default;
};

Head journal_head(SQLite::Database& db);

/// The digest of one set; nullopt if there is no such set.
std::optional<Digest> digest_of_set(SQLite::Database& db, std::int64_t change_set);

/// The digest of the database's schema, without the tables of ANALYZE.
Digest digest_of_schema(SQLite::Database& db);

/// The schema that the journal sealed last; nullopt if no set sealed any.
std::optional<Digest> sealed_schema(SQLite::Database& db);

// --- recording ----------------------------------------------------------------------------------

/// Clears the collected steps, at the start of a transaction. Needs make_collection().
void begin_change_set(SQLite::Database& db);

/// Whether the transaction changed a row so far.
bool has_steps(SQLite::Database& db);

/// Adds a step that no trigger saw: of a migration.
void add_step(
    SQLite::Database& db,
    const std::string& table,
    std::int64_t row_number,
    const std::optional<Row>& before,
    const std::optional<Row>& after
);

/// What a change set does besides changing rows.
struct SetExtras {
    bool seals_schema = false;                 // the command changed the schema
    std::optional<std::int64_t> erased_client; // the command erases this client's history
};

/// Writes the collected steps as a new set, immediately before COMMIT. Returns the new head;
/// nullopt if nothing changed.
/// errors  std::logic_error: the steps of a row do not follow from each other, so a row was changed
///         in a way that the journal did not see
std::optional<Head> end_change_set(
    SQLite::Database& db,
    const ChangeAuthor& author,
    const Sealing& sealing,
    const SetExtras& extras = {}
);

// --- reading ------------------------------------------------------------------------------------

enum class ChangeKind { added = 1, changed = 2, removed = 3 };

/// A row of core_change.
struct Change {
    std::int64_t change = 0;
    std::int64_t change_set = 0;
    std::string table;
    std::int64_t row_number = 0;
    ChangeKind kind = ChangeKind::added;
    std::optional<std::string> old;  // praxis-row/1: what changed, as it was; the whole removed row
    std::optional<std::string> salt; // nothing once erased
    Digest digest;
    std::optional<std::int64_t> erased_by; // the set that erased it

    [[nodiscard]] bool is_erased() const { return erased_by.has_value(); }
};

/// The columns of core_change in the order that read_change() takes.
inline constexpr const char* change_columns =
    "change, change_set, table_name, row_number, kind, old, salt, digest, erased_by";

/// errors  Refused: the bytes of the row cannot be a change
Change read_change(SQLite::Statement& query);

/// A row of core_change_set.
struct ChangeSet {
    std::int64_t number = 0;
    ChangeAuthor author;
    std::int64_t last_change = 0;
    std::optional<Digest> schema;
    std::optional<Digest> erased;
    std::optional<std::int64_t> signing_key;
    Digest digest;
    std::optional<std::string> signature; // 64 bytes
};

inline constexpr const char* change_set_columns = "change_set, at, user, login, command,"
                                                  " last_change, schema, erased, signing_key,"
                                                  " digest, signature";

ChangeSet read_change_set(SQLite::Statement& query);

/// The row before a change, given the row after it; nullopt: there was none.
/// errors  Refused: the stored old values are damaged
std::optional<Row> row_before(const Change& change, const std::optional<Row>& after);

/// The digest that the change has if the row after it is `after`.
Digest digest_of(const Change& change, const std::optional<Row>& after);

/// Collects the digest of a set while its changes stream by.
class SetDigest {
  public:
    /// previous  digest of the set before; nullopt for the first
    /// changes   how many add() calls follow
    SetDigest(const ChangeSet& set, const std::optional<Digest>& previous, std::int64_t changes);

    void add(const Change& change);

    [[nodiscard]] Digest finish() { return builder_.finish(); }

  private:
    DigestBuilder builder_;
};

/// The bytes that the signature of a set covers.
std::string signed_bytes(const Digest& set_digest);

} // namespace praxis::practice
