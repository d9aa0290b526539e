// SPDX-License-Identifier: MIT
#pragma once

namespace SQLite {
class Database;
}

namespace praxis::exports {

/// Whether the practice was made under a fixed clock, so that its times prove nothing.
bool is_test_practice(SQLite::Database& db);

} // namespace praxis::exports
