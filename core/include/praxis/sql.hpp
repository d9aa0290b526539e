// SPDX-License-Identifier: MIT
/// Binds parameters and reads columns, for the types that records use.
///   auto query = statement(db, "SELECT given FROM clients_client WHERE client = ?", client);
#pragma once
#include <praxis/abi.h>
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// A UUID, a digest, a key or a signature: text in a program ("019a..." or hexadecimal digits), but
/// a BLOB of half the size in a table. An empty text is stored as NULL.
///   execute(db, "UPDATE clients_client SET uuid = ?", StoredBytes{client.uuid});
class PRAXIS_API StoredBytes {
  public:
    /// errors  std::invalid_argument: the text is not pairs of hexadecimal digits, hyphens aside
    explicit StoredBytes(std::string_view digits);

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

inline void bind_one(SQLite::Statement& query, int index, const StoredBytes& stored) {
    const auto& bytes = stored.bytes();
    if (bytes.empty()) {
        query.bind(index);
    } else {
        query.bind(index, bytes.data(), static_cast<int>(bytes.size()));
    }
}

inline void bind_one(SQLite::Statement& query, int index, const std::string& text) {
    query.bind(index, text);
}

inline void bind_one(SQLite::Statement& query, int index, const char* text) {
    query.bind(index, text);
}

inline void bind_one(SQLite::Statement& query, int index, std::int64_t number) {
    query.bind(index, number);
}

inline void bind_one(SQLite::Statement& query, int index, int number) {
    query.bind(index, number);
}

inline void bind_one(SQLite::Statement& query, int index, bool yes) {
    query.bind(index, yes ? 1 : 0);
}

inline void bind_one(SQLite::Statement& query, int index, double number) {
    query.bind(index, number);
}

inline void bind_one(SQLite::Statement& query, int index, const Date& date) {
    query.bind(index, date.iso());
}

inline void bind_one(SQLite::Statement& query, int index, Instant instant) {
    query.bind(index, static_cast<std::int64_t>(instant.time_since_epoch().count()));
}

inline void bind_one(SQLite::Statement& query, int index, Minutes minutes) {
    query.bind(index, static_cast<std::int64_t>(minutes.count()));
}

template <IdPrefix Prefix>
void bind_one(SQLite::Statement& query, int index, const Id<Prefix>& id) {
    query.bind(index, id.number);
}

/// An empty optional is stored as NULL.
template <class T>
void bind_one(SQLite::Statement& query, int index, const std::optional<T>& value) {
    if (value) {
        bind_one(query, index, *value);
    } else {
        query.bind(index);
    }
}

/// Prepares a statement. While a command writes, praxis then makes the journal record the tables
/// that the statement writes. Write with prepare(), statement() or execute() only: if another kind
/// of statement writes a record, praxis stores nothing of the command.
PRAXIS_API SQLite::Statement prepare(SQLite::Database& db, const std::string& sql);

/// A prepared statement with its parameters bound in order, from ?1 on.
template <class... T>
[[nodiscard]] SQLite::Statement
statement(SQLite::Database& db, const std::string& sql, const T&... values) {
    auto query = prepare(db, sql);
    [[maybe_unused]] int index = 0;
    (bind_one(query, ++index, values), ...);
    return query;
}

/// Runs a statement that returns no rows; returns the number of rows it changed.
template <class... T>
int execute(SQLite::Database& db, const std::string& sql, const T&... values) {
    auto query = statement(db, sql, values...);
    return query.exec();
}

/// An empty text is stored as NULL.
inline std::optional<std::string> null_if_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

inline std::string column_text(SQLite::Statement& query, int index) {
    return query.getColumn(index).getString();
}

/// The digits of a BLOB, in lower case; empty for NULL.
PRAXIS_API std::string column_hex(SQLite::Statement& query, int index);

/// A BLOB of 16 bytes as the text of a UUID; empty for NULL.
PRAXIS_API std::string column_uuid(SQLite::Statement& query, int index);

inline std::int64_t column_number(SQLite::Statement& query, int index) {
    return query.getColumn(index).getInt64();
}

inline bool column_flag(SQLite::Statement& query, int index) {
    return query.getColumn(index).getInt64() != 0;
}

inline std::optional<std::string> optional_text(SQLite::Statement& query, int index) {
    const auto column = query.getColumn(index);
    return column.isNull() ? std::nullopt : std::optional{column.getString()};
}

inline std::optional<std::int64_t> optional_number(SQLite::Statement& query, int index) {
    const auto column = query.getColumn(index);
    return column.isNull() ? std::nullopt : std::optional{column.getInt64()};
}

inline std::optional<Date> optional_date(SQLite::Statement& query, int index) {
    const auto column = query.getColumn(index);
    return column.isNull() ? std::nullopt : Date::from_iso(column.getString());
}

inline Instant column_instant(SQLite::Statement& query, int index) {
    return Instant{std::chrono::seconds{query.getColumn(index).getInt64()}};
}

/// An instant column followed by its offset column, in minutes.
inline ZonedTime column_zoned(SQLite::Statement& query, int index) {
    return {column_instant(query, index), Minutes{query.getColumn(index + 1).getInt64()}};
}

/// Reads each row with `read(query)`.
template <class Read> auto all_rows(SQLite::Statement query, Read read) {
    std::vector<decltype(read(query))> rows;
    while (query.executeStep()) {
        rows.push_back(read(query));
    }
    return rows;
}

/// Reads the first row with `read(query)`; empty when there is no row.
template <class Read>
auto first_row(SQLite::Statement query, Read read) -> std::optional<decltype(read(query))> {
    if (!query.executeStep()) {
        return std::nullopt;
    }
    return read(query);
}

} // namespace praxis
