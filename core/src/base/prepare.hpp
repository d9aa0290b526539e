// SPDX-License-Identifier: MIT
/// Takes part in praxis::prepare() for one connection.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace praxis {

class Preparer {
  public:
    Preparer() = default;
    Preparer(const Preparer&) = delete;
    Preparer& operator=(const Preparer&) = delete;
    virtual ~Preparer() = default;

    virtual SQLite::Statement prepare(const std::string& sql) = 0;
};

/// From here on praxis::prepare() asks this preparer for statements of the connection; nullptr
/// removes it.
void set_preparer(SQLite::Database& db, Preparer* preparer);

} // namespace praxis
