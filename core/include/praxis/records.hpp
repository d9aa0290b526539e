// SPDX-License-Identifier: MIT
/// What the core asks of whoever keeps records: are they whole, and are what you made from them up
/// to date again after an undo?
#pragma once
#include <praxis/session.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis {

/// Looks through a plugin's records for what is wrong with them: for `praxis audit verify` and
/// `praxis doctor`. Signatures, indexes, whatever the plugin made from other rows.
struct RecordCheck {
    static constexpr std::string_view id = "record-check/1";
    std::string name; // "signatures of notes": what was looked at
    /// A sentence for each thing that is wrong, naming ids and nothing of a client.
    std::function<std::vector<std::string>(Session&)> find;
};

/// Rows were put back as they were: by `praxis undo`. A `before` listener makes anew what it
/// derives from them, in the same transaction.
struct RowsRestored {
    static constexpr std::string_view id = "rows.restored/1";
    std::vector<std::pair<std::string, std::int64_t>> rows; // table and number
};

} // namespace praxis
