// SPDX-License-Identifier: MIT
/// All statements about the plugin's table.
#pragma once
#include "measure.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// Its id and `replaced_by` are ignored.
MeasureId insert_measure(SQLite::Database& db, const Measure& measure);

std::optional<Measure> find_measure(SQLite::Database& db, MeasureId id);

/// In the order of recording: the client's, or without a client all of the practice. Also those
/// that another one replaces.
void for_each_measure(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const Measure&)>& take
);

/// The client's measures that count, by day. With a complaint: those about it.
std::vector<Measure> measures_of(
    SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint = std::nullopt
);

/// The newest one that counts; nothing when there is none.
std::optional<Measure> newest_measure(
    SQLite::Database& db,
    ClientId client,
    const std::string& instrument,
    std::optional<ComplaintId> complaint
);

/// When a measure of the client was last recorded; no value without one.
std::optional<Instant> last_entry(SQLite::Database& db, ClientId client);

/// Only while the client is being erased.
void delete_of_client(SQLite::Database& db, ClientId client);

} // namespace praxis::outcomes
