// SPDX-License-Identifier: MIT
#include "note/note_cosigning_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

void insert_cosignature(SQLite::Database& db, const Cosignature& cosignature) {
    execute(
        db,
        "INSERT INTO soap_cosignature (uuid, note, at, at_offset, signer, signer_as, meaning, "
        "remark, amendments, public_key, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        cosignature.uuid,
        cosignature.note,
        cosignature.at.instant,
        cosignature.at.offset,
        cosignature.signer,
        to_canonical_json(cosignature.signer_as),
        cosignature.meaning,
        null_if_empty(cosignature.remark),
        to_canonical_json(Value::Array(cosignature.amendments.begin(), cosignature.amendments.end())
        ),
        cosignature.seal.public_key,
        cosignature.seal.value
    );
}

std::vector<Cosignature> cosignatures_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT uuid, note, at, at_offset, signer, signer_as, meaning, remark, amendments, "
            "public_key, signature FROM soap_cosignature WHERE note = ? ORDER BY cosignature",
            note
        ),
        [](SQLite::Statement& query) {
            Cosignature cosignature{
                .uuid = column_text(query, 0),
                .note = NoteId{column_number(query, 1)},
                .at = column_zoned(query, 2),
                .signer = UserId{column_number(query, 4)},
                .signer_as = parse_json(column_text(query, 5), "soap_cosignature"),
                .meaning = column_text(query, 6),
                .remark = column_text(query, 7),
                .amendments = {},
                .seal = {column_text(query, 9), column_text(query, 10)}};
            const auto uuids = parse_json(column_text(query, 8), "soap_cosignature");
            for (const auto& uuid : uuids.as_array()) {
                cosignature.amendments.push_back(uuid.plain());
            }
            return cosignature;
        }
    );
}

} // namespace praxis::soap
