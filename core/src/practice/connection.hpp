// SPDX-License-Identifier: MIT
/// One connection to a practice file, with all safety settings. practice::open() decides with which
/// key; only a new file is connected otherwise.
#pragma once
#include "keys/secret.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <string_view>

namespace praxis::practice {

enum class Mode { read, write };

inline constexpr int application_id = 0x50525831; // "PRX1"
/// A note of 1.5 KB with its signature fills half a page of 4 KB, and the other half stays empty.
inline constexpr const char* page_bytes = "8192";

inline constexpr std::string_view uri_scheme = "file:";

/// Whether the practice is given by a URI ("file:/a/b.db?vfs=ceph").
bool is_uri(const std::string& practice);

/// Whether the file lies on a medium that cannot be written: connect() then only reads.
bool is_on_read_only_medium(const std::string& path);

/// Connects and reads first. `name` is the file or URI, `given_path` names it in messages. In
/// Mode::read, and on a medium that cannot be written, nothing can be written.
/// errors  SQLite::Exception; PracticeError practice_damaged: not a practice; practice_storage
std::unique_ptr<SQLite::Database>
connect(const std::string& name, const std::string& given_path, Mode mode, const DataKey* key);

/// Keeps the write-ahead log when the connection closes: the log and the file are evidence.
void leave_as_it_is(SQLite::Database& db);

// --- for a new file -----------------------------------------------------------------------------

/// Gives the connection its key, before anything is read.
void set_key(SQLite::Database& db, const DataKey& key);

/// Encrypts the whole file with another key.
void set_other_key(SQLite::Database& db, const DataKey& key);

/// The settings against a hostile file, and those that every connection has.
void secure(SQLite::Database& db);

} // namespace praxis::practice
