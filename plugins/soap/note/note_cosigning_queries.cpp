// SPDX-License-Identifier: MIT
#include "note/note_cosigning_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

void insert_cosignature(SQLite::Database& db, const Cosignature& cosignature) {
    execute(
        db,
        "INSERT INTO soap_cosignature (uuid, note, at, at_offset, signer, signer_as, meaning, "
        "remark, amendments, public_key, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{cosignature.uuid},
        cosignature.note,
        cosignature.at.instant,
        cosignature.at.offset,
        cosignature.signer,
        to_canonical_json(cosignature.signer_as),
        cosignature.meaning,
        null_if_empty(cosignature.remark),
        to_canonical_json(Value::Array(cosignature.amendments.begin(), cosignature.amendments.end())
        ),
        StoredBytes{cosignature.seal.public_key},
        StoredBytes{cosignature.seal.value}
    );
}

std::vector<Cosignature> cosignatures_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT " + cosignature_columns +
                " FROM soap_cosignature c WHERE c.note = ? ORDER BY c.cosignature",
            note
        ),
        read_cosignature
    );
}

const std::string cosignature_columns =
    "c.uuid, c.note, c.at, c.at_offset, c.signer, c.signer_as, c.meaning, c.remark, c.amendments,"
    " c.public_key, c.signature";

Cosignature read_cosignature(SQLite::Statement& query) {
    return {
        .uuid = column_uuid(query, 0),
        .note = NoteId{column_number(query, 1)},
        .at = column_zoned(query, 2),
        .signer = UserId{column_number(query, 4)},
        .signer_as = parse_json(column_text(query, 5), "soap_cosignature"),
        .meaning = column_text(query, 6),
        .remark = column_text(query, 7),
        .amendments = parse_json(column_text(query, 8), "soap_cosignature").texts(),
        .seal = {column_hex(query, 9), column_hex(query, 10)}};
}

} // namespace praxis::soap
