// SPDX-License-Identifier: MIT
/// Verifies that the practice is as praxis saved it: the schema, the journal's chain with its
/// signatures and erasures, and every row. A finding names the row and never a client. Memory does
/// not grow with the practice; call it inside one transaction.
/// source  schemas/formats/journal.md: verification
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::practice {

struct Verified {
    std::int64_t change_sets = 0;
    std::int64_t changes = 0;
    std::int64_t rows = 0;
    std::vector<std::string> findings; // the first wrong row of each kind comes first
};

/// Compares the schema with the one that the journal sealed last.
void verify_schema(SQLite::Database& db, Verified& verified);

/// Verifies the sets from the first to the last: numbers, digests, signatures, erasures. After the
/// first broken set the chain proves nothing, so that set is the only finding.
void verify_chain(SQLite::Database& db, Verified& verified);

/// Walks each row back through its changes. Finds rows that were added, changed or removed outside
/// praxis, also if praxis edited them afterwards, and rows with damaged bytes.
void verify_rows(SQLite::Database& db, Verified& verified);

/// All of these.
Verified verify_journal(SQLite::Database& db);

} // namespace praxis::practice
