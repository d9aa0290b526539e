// SPDX-License-Identifier: MIT
// fill_practice PRACTICE CLIENTS NOTES: fills an unencrypted practice up to so many clients and
// notes. Each new note is a note of C-0001 for another client, at another time. It is stored,
// signed and journalled by the functions that praxis itself uses, as a change set of its own, but
// 10,000 of them share a transaction. `praxis audit verify` must find nothing.
#include "journal/journal.hpp"
#include "journal/watch.hpp"
#include "note/note_header.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_queries.hpp"
#include "practice/anchor.hpp"
#include "practice/file.hpp"
#include "session/keychain.hpp"
#include "session/locked_transaction.hpp"
#include "sign/signed_bytes.hpp"
#include "system/uuid.hpp"

#include <praxis/digest.hpp>
#include <praxis/sql.hpp>

#include <sodium.h>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace praxis::bench {
namespace {

constexpr std::int64_t changes_per_transaction = 10000;
constexpr UserId therapist{1};
const Date first_day = *Date::from_iso("2024-07-01");
const Date last_day = *Date::from_iso("2026-11-15");

void fill_random(std::span<unsigned char> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

std::int64_t count(SQLite::Database& db, const std::string& sql) {
    return db.execAndGet(sql).getInt64();
}

/// Writes one change set after the other, many of them in one transaction.
class BulkWriter {
  public:
    BulkWriter(SQLite::Database& db, std::string path)
        : db_(db), path_(std::move(path)), keychain_(fill_random) {
        practice::make_collection(db_);
    }

    /// Runs `change` as the change set of one command.
    template <class Change> void write(Instant now, const std::string& command, Change change) {
        if (!transaction_) {
            transaction_.emplace(db_, path_);
            watch_.emplace(db_);
        }
        practice::begin_change_set(db_);
        change();
        const auto find_key = [this](SQLite::Database& db) {
            return keychain_.find_set_key(db, therapist);
        };
        head_ = practice::end_change_set(
            db_, {now, therapist, "bench", command}, {fill_random, find_key}
        );
        now_ = now;
        if (++changes_ == changes_per_transaction) {
            store();
        }
    }

    void store() {
        if (!transaction_) {
            return;
        }
        if (!watch_->unwatched_tables().empty()) {
            throw std::logic_error("a statement wrote a table without the journal");
        }
        transaction_->commit();
        practice::write_anchor(db_, path_, head_.value(), now_);
        watch_.reset();
        transaction_.reset();
        changes_ = 0;
    }

    [[nodiscard]] const Keychain& keychain() const { return keychain_; }

  private:
    SQLite::Database& db_;
    std::string path_;
    Keychain keychain_;
    std::optional<LockedTransaction> transaction_;
    std::optional<practice::TableWatch> watch_;
    std::optional<practice::Head> head_;
    Instant now_{};
    std::int64_t changes_ = 0;
};

struct NewClient {
    ClientId id;
    std::string uuid;
    std::string given;
    std::string family;
};

std::vector<NewClient> add_clients(SQLite::Database& db, BulkWriter& writer, std::int64_t clients) {
    std::vector<NewClient> added;
    const Instant now{first_day.days()};
    for (auto number = count(db, "SELECT max(client) FROM clients_client") + 1; number <= clients;
         ++number) {
        NewClient client;
        client.uuid = make_uuid(now, fill_random);
        client.given = "Client" + std::to_string(number);
        client.family = "Family" + std::to_string(number);
        writer.write(now, "client add", [&] {
            execute(
                db,
                "INSERT INTO clients_client (uuid, given, family, born, folded, added_at,"
                " added_offset, changed_at, changed_offset)"
                " VALUES (?, ?, ?, '1984-05-02', ?, ?, 0, ?, 0)",
                StoredBytes{client.uuid},
                client.given,
                client.family,
                "family" + std::to_string(number) + " client" + std::to_string(number),
                now,
                now
            );
            client.id = ClientId{db.getLastInsertRowid()};
        });
        added.push_back(std::move(client));
    }
    writer.store();
    return added;
}

/// The note of another client at that time, still a draft.
soap::Note make_draft(
    const soap::Note& original, const NewClient& client, Instant began, const TimeZone& zone
) {
    auto note = original;
    note.uuid = make_uuid(began, fill_random);
    note.client = client.id;
    note.body["date"] = zone.at(began).civil().str();
    soap::draw_from_body(note, zone);
    note.created = began + Minutes{60};
    note.changed = note.created;
    note.signature.reset();
    return note;
}

/// Signs the stored draft with the next number, as soap::sign() does after its checks.
void sign(
    SQLite::Database& db,
    const Keychain& keychain,
    const NewClient& client,
    soap::Note& note,
    soap::Signature signature,
    soap::LastSigning& last
) {
    auto& frozen = signature.header["client"];
    frozen["id"] = client.id.str();
    frozen["uuid"] = client.uuid;
    frozen["full_name"] = client.given + " " + client.family;
    signature.at = {note.created, Minutes{0}};
    signature.header["entered"] = signature.at.iso();
    signature.number = last.number + 1;
    signature.previous = last.digest;
    const auto bytes = soap::signed_bytes(note, signature, client.uuid);
    signature.digest = digest_of(bytes);
    signature.seal = keychain.sign(db, therapist, bytes);
    soap::sign_note(db, note.id, signature);
    last = {signature.number, signature.digest};
}

void add_notes(
    SQLite::Database& db,
    BulkWriter& writer,
    const std::vector<NewClient>& clients,
    std::int64_t notes
) {
    const TimeZone zone{"UTC"};
    const auto originals = soap::all_notes(db, ClientId{1});
    const auto present = count(db, "SELECT count(*) FROM soap_note");
    const std::chrono::seconds whole = last_day.days() - first_day.days();
    auto last = soap::last_signing(db);
    for (std::int64_t i = 0; present + i < notes; ++i) {
        const auto& client = clients[static_cast<std::size_t>(i) % clients.size()];
        const auto& original = originals[static_cast<std::size_t>(i) % originals.size()];
        const auto minutes = whole.count() / 60 * i / (notes - present);
        auto note =
            make_draft(original, client, Instant{first_day.days()} + Minutes{minutes}, zone);
        writer.write(note.created, "note new", [&] {
            note.id = soap::insert_note(db, note);
            sign(db, writer.keychain(), client, note, original.signature.value(), last);
        });
        if (i % 100000 == 99999) {
            std::fprintf(stderr, "%lld notes\n", static_cast<long long>(present + i + 1));
        }
    }
    writer.store();
}

void fill(const std::string& path, std::int64_t clients, std::int64_t notes) {
    const auto opened = practice::open(
        path,
        practice::Mode::write,
        [](const auto& /*slots*/, const auto& /*text*/) -> practice::Unlocked {
            throw std::runtime_error("only an unencrypted practice can be filled");
        }
    );
    opened.db->exec("PRAGMA cache_size = -200000");
    BulkWriter writer{*opened.db, path};
    const auto added = add_clients(*opened.db, writer, clients);
    if (!added.empty()) {
        add_notes(*opened.db, writer, added, notes);
    }
    opened.db->exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace
} // namespace praxis::bench

int main(int argument_count, char** arguments) {
    if (argument_count != 4) {
        std::fputs("usage: fill_practice PRACTICE CLIENTS NOTES\n", stderr);
        return 2;
    }
    try {
        praxis::bench::fill(arguments[1], std::stoll(arguments[2]), std::stoll(arguments[3]));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fill_practice: %s\n", error.what());
        return 1;
    }
    return 0;
}
