#include "entry_queries.hpp"

namespace @SYMBOL@ {

std::int64_t insert_entry(SQLite::Database& db, const Entry& entry) {
    praxis::execute(
        db,
        "INSERT INTO @SYMBOL@_entry (uuid, client, added_at, added_offset, text)"
        " VALUES (?, ?, ?, ?, ?)",
        praxis::StoredBytes{entry.uuid},
        entry.client,
        entry.added.instant,
        entry.added.offset,
        entry.text
    );
    return db.getLastInsertRowid();
}

std::vector<Entry> entries_of(SQLite::Database& db, praxis::ClientId client) {
    return praxis::all_rows(
        praxis::statement(
            db,
            "SELECT entry, uuid, client, added_at, added_offset, text FROM @SYMBOL@_entry"
            " WHERE client = ? ORDER BY added_at, entry",
            client
        ),
        [](auto& query) {
            return Entry{
                praxis::column_number(query, 0),
                praxis::column_uuid(query, 1),
                praxis::ClientId{praxis::column_number(query, 2)},
                praxis::column_zoned(query, 3),
                praxis::column_text(query, 5)};
        }
    );
}

void delete_entries(SQLite::Database& db, praxis::ClientId client) {
    praxis::execute(db, "DELETE FROM @SYMBOL@_entry WHERE client = ?", client);
}

} // namespace @SYMBOL@
