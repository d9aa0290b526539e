// SPDX-License-Identifier: MIT
/// What the core asks of a plugin that keeps records: to check them, and to update what it derived
/// from them after an undo.
#pragma once
#include <praxis/session.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis {

/// Checks a plugin's records for `praxis audit verify` and `praxis doctor`: signatures, indexes,
/// and rows that the plugin derives from other rows.
struct RecordCheck {
    static constexpr std::string_view id = "record-check/1";
    std::string name; // what it checks: "signatures of notes"
    /// Returns one sentence for each fault. It names ids, nothing else about a client.
    std::function<std::vector<std::string>(Session&)> find;
};

/// `praxis undo` or --as-of is about to restore these rows. A `before` listener removes from an
/// index what it can compute only while the rows are as they are now.
struct RowsRestoring {
    static constexpr std::string_view id = "rows.restoring/1";

    struct Row {
        std::string table;
        std::int64_t number = 0;
        bool goes = false; // it was added by what is undone, or after that day
    };

    std::vector<Row> rows;
    bool for_view = false; // --as-of: everything returns when the command ends
};

/// `praxis undo` or --as-of has restored these rows. A `before` listener rebuilds what it derives
/// from them, in the same transaction.
struct RowsRestored {
    static constexpr std::string_view id = "rows.restored/1";
    std::vector<std::pair<std::string, std::int64_t>> rows; // table and number
};

} // namespace praxis
