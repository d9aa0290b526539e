// SPDX-License-Identifier: MIT
#include "base/prepare.hpp"

#include <praxis/sql.hpp>

#include <map>

namespace praxis {
namespace {

std::map<sqlite3*, Preparer*>& preparers() {
    static std::map<sqlite3*, Preparer*> all;
    return all;
}

} // namespace

void set_preparer(SQLite::Database& db, Preparer* preparer) {
    if (preparer == nullptr) {
        preparers().erase(db.getHandle());
    } else {
        preparers()[db.getHandle()] = preparer;
    }
}

SQLite::Statement prepare(SQLite::Database& db, const std::string& sql) {
    const auto found = preparers().find(db.getHandle());
    return found == preparers().end() ? SQLite::Statement{db, sql} : found->second->prepare(sql);
}

} // namespace praxis
