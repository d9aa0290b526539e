// SPDX-License-Identifier: MIT
#include "base/hex.hpp"

#include <praxis/sql.hpp>

#include <algorithm>
#include <stdexcept>

namespace praxis {

StoredBytes::StoredBytes(std::string_view digits) {
    std::string hex{digits};
    std::erase(hex, '-');
    const auto bytes = from_hex(hex);
    if (!bytes && !hex.empty()) {
        throw std::invalid_argument("these are not hexadecimal digits: " + std::string{digits});
    }
    if (bytes) {
        bytes_.assign(bytes->begin(), bytes->end());
    }
}

std::string column_hex(SQLite::Statement& query, int index) {
    const auto column = query.getColumn(index);
    const auto* bytes = static_cast<const unsigned char*>(column.getBlob());
    return to_hex({bytes, static_cast<std::size_t>(column.getBytes())});
}

std::string column_uuid(SQLite::Statement& query, int index) {
    auto text = column_hex(query, index);
    // RFC 9562: hyphens after the 4th, 6th, 8th and 10th byte
    if (text.size() == 32) {
        for (const std::size_t at : {8U, 13U, 18U, 23U}) {
            text.insert(at, 1, '-');
        }
    }
    return text;
}

} // namespace praxis
