// SPDX-License-Identifier: MIT
#include "journal/row.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <bit>

namespace praxis::practice {
namespace {

enum class Kind : char { null = 0, integer = 1, real = 2, text = 3, blob = 4 };

/// Unsigned LEB128.
void append_length(std::string& into, std::size_t length) {
    do {
        const auto low = static_cast<unsigned char>(length & 0x7fU);
        length >>= 7U;
        into += static_cast<char>(length == 0 ? low : low | 0x80U);
    } while (length != 0);
}

void append_fixed(std::string& into, std::uint64_t number) {
    for (int i = 0; i < 8; ++i, number >>= 8U) {
        into += static_cast<char>(number & 0xffU);
    }
}

void append_bytes(std::string& into, std::string_view bytes) {
    append_length(into, bytes.size());
    into += bytes;
}

/// SQLite stores -0.0 in a REAL column as the integer 0 and reads it back as 0.0.
double as_stored(double number) {
    return number == 0.0 ? 0.0 : number;
}

void append_kind(std::string& into, Kind kind) {
    into += static_cast<char>(kind);
}

void append_cell(std::string& into, const Cell& cell) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        append_kind(into, Kind::integer);
        append_fixed(into, static_cast<std::uint64_t>(*integer));
    } else if (const auto* real = std::get_if<double>(&cell)) {
        append_kind(into, Kind::real);
        append_fixed(into, std::bit_cast<std::uint64_t>(as_stored(*real)));
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        append_kind(into, Kind::text);
        append_bytes(into, *text);
    } else if (const auto* blob = std::get_if<Blob>(&cell)) {
        append_kind(into, Kind::blob);
        append_bytes(into, blob->bytes);
    } else {
        append_kind(into, Kind::null);
    }
}

/// Reads the parts of an encoded row. Once a part is wrong, everything after it is.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    std::optional<std::string_view> bytes() {
        std::size_t length = 0;
        for (unsigned shift = 0; shift < 63 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            length |= static_cast<std::size_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) {
                return byte == 0 && shift > 0 ? std::nullopt : take(length); // shortest form only
            }
        }
        return std::nullopt;
    }

    std::optional<Cell> cell() {
        const auto kind = take(1);
        if (!kind) {
            return std::nullopt;
        }
        switch (static_cast<Kind>(kind->front())) {
        case Kind::null:
            return Cell{};
        case Kind::integer:
        case Kind::real:
            return fixed(static_cast<Kind>(kind->front()));
        case Kind::text:
        case Kind::blob:
            return counted(static_cast<Kind>(kind->front()));
        }
        return std::nullopt;
    }

  private:
    std::optional<std::string_view> take(std::size_t length) {
        if (length > rest_.size()) {
            return std::nullopt;
        }
        const auto taken = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return taken;
    }

    std::optional<Cell> fixed(Kind kind) {
        const auto eight = take(8);
        if (!eight) {
            return std::nullopt;
        }
        std::uint64_t number = 0;
        for (auto byte = eight->rbegin(); byte != eight->rend(); ++byte) {
            number = (number << 8U) | static_cast<unsigned char>(*byte);
        }
        return kind == Kind::integer ? Cell{static_cast<std::int64_t>(number)}
                                     : Cell{std::bit_cast<double>(number)};
    }

    std::optional<Cell> counted(Kind kind) {
        const auto found = bytes();
        if (!found) {
            return std::nullopt;
        }
        return kind == Kind::text ? Cell{std::string{*found}} : Cell{Blob{std::string{*found}}};
    }

    std::string_view rest_;
};

/// Whether both are stored as the same bytes: 0.1 + 0.2 and 0.3 are not.
bool is_same(const Cell& left, const Cell& right) {
    std::string a;
    std::string b;
    append_cell(a, left);
    append_cell(b, right);
    return a == b;
}

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// Appends a name with its value, unless the value is NULL.
void append_value(std::string& into, std::string_view name, sqlite3_value* value) {
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL) {
        return;
    }
    append_bytes(into, name);
    if (type == SQLITE_INTEGER) {
        append_kind(into, Kind::integer);
        append_fixed(into, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
    } else if (type == SQLITE_FLOAT) {
        append_kind(into, Kind::real);
        append_fixed(into, std::bit_cast<std::uint64_t>(as_stored(sqlite3_value_double(value))));
    } else {
        append_kind(into, type == SQLITE_TEXT ? Kind::text : Kind::blob);
        append_bytes(into, text_of(value));
    }
}

void praxis_row(sqlite3_context* context, int count, sqlite3_value** values) {
    try {
        auto names = text_of(values[0]);
        std::string row;
        for (int i = 1; i < count; ++i) {
            const auto end = names.find('\n');
            append_value(row, names.substr(0, end), values[i]);
            names.remove_prefix(end == names.npos ? names.size() : end + 1);
        }
        sqlite3_result_blob64(context, row.data(), row.size(), SQLITE_TRANSIENT);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

std::string encode_row(const Row& row) {
    std::string bytes;
    for (const auto& [name, cell] : row) {
        append_bytes(bytes, name);
        append_cell(bytes, cell);
    }
    return bytes;
}

std::optional<Row> decode_row(std::string_view bytes) {
    Row row;
    Reader reader{bytes};
    while (!reader.at_end()) {
        const auto name = reader.bytes();
        auto cell = name ? reader.cell() : std::nullopt;
        if (!cell || (!row.empty() && row.rbegin()->first >= *name)) {
            return std::nullopt;
        }
        row.emplace_hint(row.end(), std::string{*name}, std::move(*cell));
    }
    return row;
}

Row changed_cells(const Row& before, const Row& after) {
    Row old;
    for (const auto& [name, cell] : before) {
        const auto now = after.find(name);
        if (now == after.end() || !is_same(cell, now->second)) {
            old.emplace(name, cell);
        }
    }
    for (const auto& [name, cell] : after) {
        if (!before.contains(name)) {
            old.emplace(name, Cell{});
        }
    }
    return old;
}

Row put_back(Row row, const Row& old) {
    for (const auto& [name, cell] : old) {
        if (std::holds_alternative<std::monostate>(cell)) {
            row.erase(name);
        } else {
            row.insert_or_assign(name, cell);
        }
    }
    return row;
}

Row read_row(SQLite::Statement& query, int first, const std::vector<std::string>& names) {
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto column = query.getColumn(first + static_cast<int>(i));
        if (column.isInteger()) {
            row.emplace(names[i], Cell{column.getInt64()});
        } else if (column.isFloat()) {
            row.emplace(names[i], Cell{column.getDouble()});
        } else if (column.isText()) {
            row.emplace(names[i], Cell{column.getString()});
        } else if (column.isBlob()) {
            row.emplace(names[i], Cell{Blob{column.getString()}});
        }
    }
    return row;
}

void bind_cell(SQLite::Statement& query, int index, const Cell& cell) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        query.bind(index, *integer);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        query.bind(index, *real);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        query.bind(index, *text);
    } else if (const auto* blob = std::get_if<Blob>(&cell)) {
        query.bind(index, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
    } else {
        query.bind(index);
    }
}

void add_row_function(SQLite::Database& db) {
    sqlite3_create_function_v2(
        db.getHandle(),
        "praxis_row",
        -1,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        nullptr,
        praxis_row,
        nullptr,
        nullptr,
        nullptr
    );
}

} // namespace praxis::practice
