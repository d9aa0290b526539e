// SPDX-License-Identifier: MIT
#include "note/note_stored_queries.hpp"

#include "note/note_columns_queries.hpp"
#include "note/note_cosigning_queries.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>

namespace praxis::soap {

namespace {

StoredSigned read_signed(SQLite::Statement& query) {
    return {
        .id = NoteId{column_number(query, 0)},
        .uuid = column_uuid(query, 1),
        .client_uuid = column_uuid(query, 2),
        .began = column_zoned(query, 3),
        .header = column_text(query, 5),
        .body = column_text(query, 6),
        .templates = column_text(query, 7),
        .signer_uuid = column_text(query, 8),
        .signer = UserId{column_number(query, 9)},
        .at = column_zoned(query, 10),
        .meaning = column_text(query, 12),
        .number = column_number(query, 13),
        .previous = column_hex(query, 14),
        .digest = column_hex(query, 15),
        .seal = {column_hex(query, 16), column_hex(query, 17)}};
}

/// A list of techniques that another program wrote may be no list.
std::optional<NoteColumns> try_columns(SQLite::Statement& query, int first) {
    try {
        return read_columns(query, first);
    } catch (const Refused&) {
        return std::nullopt;
    }
}

} // namespace

void for_each_signed(SQLite::Database& db, const std::function<void(const StoredSigned&)>& use) {
    auto query = statement(
        db,
        "SELECT n.note, n.uuid, c.uuid, n.began_at, n.began_offset, n.header, n.body, t.text,"
        " CASE WHEN json_valid(n.header) THEN json_extract(n.header, '$.signer.uuid') END,"
        " n.signer, n.signed_at, n.signed_offset, n.meaning, n.signing, n.previous, n.digest,"
        " n.public_key, n.signature FROM soap_note n"
        " LEFT JOIN clients_client c ON c.client = n.client"
        " LEFT JOIN soap_template t ON t.template = n.templates"
        " WHERE n.signed_at IS NOT NULL ORDER BY n.signing"
    );
    while (query.executeStep()) {
        use(read_signed(query));
    }
}

void for_each_cosignature(
    SQLite::Database& db, const std::function<void(const StoredCosignature&)>& use
) {
    auto query = statement(
        db,
        "SELECT " + cosignature_columns +
            ", n.uuid, n.digest FROM soap_cosignature c JOIN soap_note n ON n.note = c.note"
            " ORDER BY c.cosignature"
    );
    while (query.executeStep()) {
        use({column_uuid(query, 11), column_hex(query, 12), read_cosignature(query)});
    }
}

void for_each_body(SQLite::Database& db, const std::function<void(const StoredBody&)>& use) {
    auto query = statement(
        db,
        "SELECT n.note, n.signed_at IS NOT NULL, n.body, " + column_names +
            " FROM soap_note n ORDER BY n.note"
    );
    while (query.executeStep()) {
        use(
            {.id = NoteId{column_number(query, 0)},
             .is_signed = column_flag(query, 1),
             .body = column_text(query, 2),
             .columns = try_columns(query, 3)}
        );
    }
}

std::vector<std::string> changed_templates(SQLite::Database& db) {
    auto query = statement(
        db,
        "SELECT digest, text, coalesce(id || ' version ' || version, 'combination')"
        " FROM soap_template ORDER BY template"
    );
    std::vector<std::string> changed;
    while (query.executeStep()) {
        if (digest_of(column_text(query, 1)) != column_hex(query, 0)) {
            changed.push_back(column_text(query, 2));
        }
    }
    return changed;
}

std::vector<NoteId> notes_without_templates(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT note FROM soap_note WHERE templates NOT IN"
            " (SELECT template FROM soap_template WHERE kind = 'combination') ORDER BY note"
        ),
        [](SQLite::Statement& query) { return NoteId{column_number(query, 0)}; }
    );
}

} // namespace praxis::soap
