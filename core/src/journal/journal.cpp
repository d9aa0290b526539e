// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <utility>

namespace praxis::practice {
namespace {

constexpr std::string_view format = "praxis-journal/2";

std::int64_t seconds(Instant instant) {
    return instant.time_since_epoch().count();
}

std::optional<std::string> encoded(const std::optional<Row>& row) {
    return row ? std::optional{encode_row(*row)} : std::nullopt;
}

} // namespace

// --- digests ------------------------------------------------------------------------------------

Digest digest_of(const Change& change, const std::optional<Row>& after) {
    return DigestBuilder{change.salt.value_or("")}
        .add(change.table)
        .add_number(change.row_number)
        .add_if_any(encoded(after))
        .add_if_any(change.old)
        .finish();
}

SetDigest::SetDigest(
    const ChangeSet& set, const std::optional<Digest>& previous, std::int64_t changes
) {
    const auto& author = set.author;
    builder_.add(format)
        .add(previous ? previous->view() : std::string_view{})
        .add_number(set.number)
        .add_number(seconds(author.at))
        .add_number(author.user ? author.user->number : 0)
        .add(author.login)
        .add(author.command)
        .add_number(set.signing_key.value_or(0))
        .add_if_any(set.schema)
        .add_if_any(set.erased)
        .add_number(changes);
}

void SetDigest::add(const Change& change) {
    builder_.add(change.table)
        .add_number(change.row_number)
        .add_number(static_cast<std::int64_t>(change.kind))
        .add_fixed(change.digest);
}

std::string signed_bytes(const Digest& set_digest) {
    return std::string{format}.append(set_digest.view());
}

Digest digest_of_schema(SQLite::Database& db) {
    DigestBuilder builder;
    auto query = statement(
        db,
        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema"
        " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name"
    );
    while (query.executeStep()) {
        builder.add(column_text(query, 0))
            .add(column_text(query, 1))
            .add(column_text(query, 2))
            .add_if_any(optional_text(query, 3));
    }
    return builder.finish();
}

// --- reading ------------------------------------------------------------------------------------

std::optional<Digest> sealed_schema(SQLite::Database& db) {
    return first_row(
               statement(
                   db,
                   "SELECT schema FROM core_change_set WHERE schema IS NOT NULL"
                   " ORDER BY change_set DESC LIMIT 1"
               ),
               [](auto& query) { return column_digest(query, 0); }
    ).value_or(std::nullopt);
}

Head journal_head(SQLite::Database& db) {
    return first_row(
               statement(
                   db,
                   "SELECT change_set, digest FROM core_change_set"
                   " ORDER BY change_set DESC LIMIT 1"
               ),
               [](auto& query) {
                   return Head{column_number(query, 0), column_digest(query, 1).value_or(Digest{})};
               }
    ).value_or(Head{});
}

std::optional<Digest> digest_of_set(SQLite::Database& db, std::int64_t change_set) {
    return first_row(
               statement(db, "SELECT digest FROM core_change_set WHERE change_set = ?", change_set),
               [](auto& query) { return column_digest(query, 0); }
    ).value_or(std::nullopt);
}

Change read_change(SQLite::Statement& query) {
    const auto kind = column_number(query, 4);
    const auto digest = column_digest(query, 7);
    if (kind < 1 || kind > 3 || !digest) {
        throw Refused(
            "change " + std::to_string(column_number(query, 0)) + " of the journal is damaged",
            "praxis audit verify"
        );
    }
    return {
        column_number(query, 0),
        column_number(query, 1),
        column_text(query, 2),
        column_number(query, 3),
        static_cast<ChangeKind>(kind),
        column_bytes(query, 5),
        column_bytes(query, 6),
        *digest,
        optional_number(query, 8)};
}

ChangeSet read_change_set(SQLite::Statement& query) {
    const auto user = optional_number(query, 2);
    return {
        column_number(query, 0),
        {column_instant(query, 1),
         user ? std::optional{UserId{*user}} : std::nullopt,
         column_text(query, 3),
         column_text(query, 4)},
        column_number(query, 5),
        column_digest(query, 6),
        column_digest(query, 7),
        optional_number(query, 8),
        column_digest(query, 9).value_or(Digest{}),
        column_bytes(query, 10)};
}

std::optional<Row> row_before(const Change& change, const std::optional<Row>& after) {
    if (change.kind == ChangeKind::added) {
        return std::nullopt;
    }
    auto old = decode_row(change.old.value_or(""));
    if (!old || !change.old || (change.kind == ChangeKind::changed && !after)) {
        throw Refused(
            "change " + std::to_string(change.change) + " of the journal (" + change.table +
                ") has no readable old values",
            "praxis audit verify"
        );
    }
    return change.kind == ChangeKind::removed ? std::move(*old) : put_back(*after, *old);
}

} // namespace praxis::practice
