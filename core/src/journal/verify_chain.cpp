// SPDX-License-Identifier: MIT
#include "base/hex.hpp"
#include "journal/erase_history.hpp"
#include "journal/journal.hpp"
#include "journal/verify.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <map>
#include <optional>

namespace praxis::practice {
namespace {

/// A row of core_signing_key, with the change that added it.
struct SigningKey {
    std::optional<std::int64_t> user; // nullopt: the recovery code
    std::string public_key;           // 32 bytes
    std::int64_t added_by = 0;        // number of the change
};

std::map<std::int64_t, SigningKey> signing_keys(SQLite::Database& db) {
    std::map<std::int64_t, SigningKey> keys;
    auto query = statement(
        db,
        "SELECT signing_key, user, public_key, coalesce((SELECT min(change) FROM core_change"
        " WHERE table_name = 'core_signing_key' AND row_number = signing_key), 0)"
        " FROM core_signing_key"
    );
    while (query.executeStep()) {
        keys[column_number(query, 0)] = {
            optional_number(query, 1),
            column_bytes(query, 2).value_or(""),
            column_number(query, 3)};
    }
    return keys;
}

bool is_signature(
    const std::string& signature, std::string_view bytes, const std::string& public_key
) {
    return signature.size() == crypto_sign_BYTES &&
           public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(
               as_bytes(signature), as_bytes(bytes), bytes.size(), as_bytes(public_key)
           ) == 0;
}

/// Walks sets and changes side by side.
class ChainWalk {
  public:
    ChainWalk(SQLite::Database& db, Verified& verified)
        : db_(db)
        , verified_(verified)
        , keys_(signing_keys(db))
        , changes_(statement(
              db, std::string{"SELECT "} + change_columns + " FROM core_change ORDER BY change"
          )) {}

    /// The first fault; empty if there is none.
    std::string find_fault() {
        auto sets = statement(
            db_,
            std::string{"SELECT "} + change_set_columns +
                " FROM core_change_set ORDER BY change_set"
        );
        while (sets.executeStep()) {
            const auto set = read_change_set(sets);
            if (set.number != ++verified_.change_sets) {
                return "change set " + std::to_string(verified_.change_sets) + " is missing";
            }
            if (auto fault = fault_of(set); !fault.empty()) {
                return fault;
            }
            previous_ = set.digest;
        }
        if (changes_.executeStep()) {
            return "change " + std::to_string(column_number(changes_, 0)) +
                   " belongs to no change set";
        }
        const auto fault = fault_of_erasures();
        return fault.empty() ? fault_of_keys() : fault;
    }

  private:
    std::string fault_of(const ChangeSet& set) {
        const auto altered = "change set " + std::to_string(set.number) + " (" +
                             set.author.command + ") was altered after it was written";
        const auto count = set.last_change - verified_.changes;
        SetDigest digest{set, previous_, count};
        first_change_ = verified_.changes + 1;
        while (verified_.changes < set.last_change) {
            if (!changes_.executeStep()) {
                return altered;
            }
            const auto change = read_change(changes_);
            if (change.change != ++verified_.changes) {
                return "change " + std::to_string(verified_.changes) + " is missing";
            }
            if (!is_whole(change, set)) {
                return fault_of(change);
            }
            digest.add(change);
        }
        if (count < 0 || digest.finish() != set.digest || !is_signed(set) ||
            !covers_its_erasure(set)) {
            return altered;
        }
        return {};
    }

    static std::string fault_of(const Change& change) {
        return "change " + std::to_string(change.change) + " of set " +
               std::to_string(change.change_set) + " (" + change.table +
               ") was altered after it was written";
    }

    /// Whether the parts of the change fit together. The rows verify its digest.
    static bool is_whole(const Change& change, const ChangeSet& set) {
        if (change.change_set != set.number) {
            return false;
        }
        if (change.is_erased()) {
            return !change.old && !change.salt && *change.erased_by >= set.number;
        }
        return change.salt && change.old.has_value() == (change.kind != ChangeKind::added);
    }

    /// A set is signed with a key of its user or the recovery code's, once anybody has a key. A set
    /// of nobody, such as a migration, is signed with any key.
    bool is_signed(const ChangeSet& set) {
        if (!set.signing_key) {
            return !set.signature && !has_key_before(first_change_);
        }
        const auto key = keys_.find(*set.signing_key);
        if (key == keys_.end() || key->second.added_by == 0 ||
            key->second.added_by > set.last_change) {
            return false;
        }
        const auto& user = set.author.user;
        const auto& owner = key->second.user;
        return (!user || !owner || *owner == user->number) &&
               is_signature(
                   set.signature.value_or(""), signed_bytes(set.digest), key->second.public_key
               );
    }

    [[nodiscard]] bool has_key_before(std::int64_t change) const {
        for (const auto& [number, key] : keys_) {
            if (key.added_by < change) {
                return true;
            }
        }
        return false;
    }

    /// A set erased exactly the changes that its digest covers, and then it adds a row of
    /// core_erasure.
    bool covers_its_erasure(const ChangeSet& set) {
        return !set.erased || (digest_of_erasure(db_, set.number) == *set.erased &&
                               first_row(
                                   statement(
                                       db_,
                                       "SELECT 1 FROM core_change WHERE change BETWEEN ? AND ?"
                                       " AND table_name = 'core_erasure' AND kind = 1",
                                       first_change_,
                                       set.last_change
                                   ),
                                   [](auto&) { return true; }
                               ).value_or(false));
    }

    /// Changes that a set claims to have erased although it covers no erasure, and erased records
    /// of the core.
    std::string fault_of_erasures() {
        return first_row(
                   statement(
                       db_,
                       std::string{"SELECT "} + change_columns +
                           " FROM core_change WHERE erased_by IS NOT NULL AND (table_name LIKE"
                           " 'core\\_%' ESCAPE '\\' AND table_name <> 'core_attachment'"
                           " OR NOT EXISTS (SELECT 1 FROM core_change_set WHERE change_set ="
                           " erased_by AND core_change_set.erased IS NOT NULL)) LIMIT 1"
                   ),
                   [](auto& query) { return fault_of(read_change(query)); }
        ).value_or("");
    }

    /// A signing key is never removed, and it keeps its owner: an insider's own set could exchange
    /// the key of another person, and sign that person's sets again.
    std::string fault_of_keys() {
        auto query = statement(
            db_,
            std::string{"SELECT "} + change_columns +
                " FROM core_change WHERE table_name = 'core_signing_key' AND kind <> 1"
        );
        while (query.executeStep()) {
            const auto change = read_change(query);
            const auto old = decode_row(change.old.value_or(""));
            if (change.kind == ChangeKind::removed || !old || old->contains("public_key") ||
                old->contains("user")) {
                return "signing key " + std::to_string(change.row_number) +
                       " was exchanged or removed by set " + std::to_string(change.change_set);
            }
        }
        return {};
    }

    SQLite::Database& db_;
    Verified& verified_;
    std::map<std::int64_t, SigningKey> keys_;
    SQLite::Statement changes_;
    std::optional<Digest> previous_;
    std::int64_t first_change_ = 1; // of the set in hand
};

} // namespace

void verify_chain(SQLite::Database& db, Verified& verified) {
    try {
        if (auto fault = ChainWalk{db, verified}.find_fault(); !fault.empty()) {
            verified.findings.push_back(std::move(fault));
        }
    } catch (const Refused& error) { // a row that cannot be a change
        verified.findings.emplace_back(error.what());
    }
}

} // namespace praxis::practice
