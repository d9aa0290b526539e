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

void for_each_entry(
    SQLite::Database& db,
    std::optional<praxis::ClientId> client,
    const std::function<void(const Entry&)>& take
) {
    auto query = praxis::statement(
        db,
        std::string{"SELECT entry, uuid, client, added_at, added_offset, text FROM @SYMBOL@_entry"} +
            (client ? " WHERE client = ?1" : " WHERE ?1 IS NULL") + " ORDER BY added_at, entry",
        client
    );
    while (query.executeStep()) {
        take(
            {praxis::column_number(query, 0),
             praxis::column_uuid(query, 1),
             praxis::ClientId{praxis::column_number(query, 2)},
             praxis::column_zoned(query, 3),
             praxis::column_text(query, 5)}
        );
    }
}

std::vector<Entry> entries_of(SQLite::Database& db, praxis::ClientId client) {
    std::vector<Entry> entries;
    for_each_entry(db, client, [&](const Entry& entry) { entries.push_back(entry); });
    return entries;
}

void delete_entries(SQLite::Database& db, praxis::ClientId client) {
    praxis::execute(db, "DELETE FROM @SYMBOL@_entry WHERE client = ?", client);
}

} // namespace @SYMBOL@
