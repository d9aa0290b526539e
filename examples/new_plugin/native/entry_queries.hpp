// The only place that reads and writes @SYMBOL@_entry.
#pragma once
#include <praxis/sql.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace @SYMBOL@ {

struct Entry {
    std::int64_t number = 0;
    std::string uuid;
    praxis::ClientId client;
    praxis::ZonedTime added;
    std::string text;
};

/// Returns the new number.
std::int64_t insert_entry(SQLite::Database& db, const Entry& entry);

/// The client's entries, or without a client all of the practice, oldest first.
void for_each_entry(
    SQLite::Database& db,
    std::optional<praxis::ClientId> client,
    const std::function<void(const Entry&)>& take
);

/// The client's entries, oldest first.
std::vector<Entry> entries_of(SQLite::Database& db, praxis::ClientId client);

void delete_entries(SQLite::Database& db, praxis::ClientId client);

} // namespace @SYMBOL@
