// SPDX-License-Identifier: MIT
#include "journal/record_names.hpp"

#include <praxis/id.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace praxis::practice {
namespace {

/// A record belongs to the first of these that its row names.
constexpr std::array<IdColumn, 13> columns_of_ids{
    {{ClientId::prefix(), "client"},
     {NoteId::prefix(), "note"},
     {ReferralId::prefix(), "referral"},
     {ComplaintId::prefix(), "complaint"},
     {ConsentId::prefix(), "consent"},
     {ProviderId::prefix(), "provider"},
     {UserId::prefix(), "user"},
     {AttachmentId::prefix(), "attachment"},
     {"SC", "screen"},
     {"PL", "plan"},
     {"G", "goal"},
     {"H", "homecare"},
     {"M", "measure"}}};

constexpr std::size_t most_named = 4;

/// Empty for a column without ids.
std::string_view id_prefix_of(std::string_view column) {
    const auto* found =
        std::find_if(columns_of_ids.begin(), columns_of_ids.end(), [&](const auto& one) {
            return one.column == column;
        });
    return found == columns_of_ids.end() ? std::string_view{} : found->prefix;
}

std::string id_of(std::string_view column, std::int64_t number) {
    const auto prefix = id_prefix_of(column);
    return prefix.empty() ? std::to_string(number) : format_id(prefix, number);
}

std::optional<std::int64_t> find_number(const Row& row, std::string_view column) {
    const auto cell = row.find(column);
    const auto* number = cell == row.end() ? nullptr : std::get_if<std::int64_t>(&cell->second);
    return number == nullptr ? std::nullopt : std::optional{*number};
}

/// " of C-0008"; empty when the row names no other record.
std::string owner_of(const Row& row, std::string_view own_column) {
    for (const auto& [prefix, column] : columns_of_ids) {
        const auto number = column == own_column ? std::nullopt : find_number(row, column);
        if (number) {
            return " of " + format_id(prefix, *number);
        }
    }
    return {};
}

std::string_view verb_of(const Change& change) {
    constexpr std::array<std::string_view, 4> verbs{"changed", "added", "changed", "removed"};
    return change.is_erased() ? "erased" : verbs.at(static_cast<std::size_t>(change.kind));
}

std::vector<Change> changes_of(SQLite::Database& db, std::int64_t change_set) {
    return all_rows(
        statement(
            db,
            std::string{"SELECT "} + change_columns +
                " FROM core_change WHERE change > coalesce((SELECT last_change"
                " FROM core_change_set WHERE change_set = ?1 - 1), 0)"
                " AND change <= (SELECT last_change FROM core_change_set WHERE change_set = ?1)"
                " AND table_name <> 'core_access' ORDER BY change",
            change_set
        ),
        read_change
    );
}

/// Without what the practice notes about itself, unless there is nothing else.
std::vector<Change> changes_to_name(SQLite::Database& db, std::int64_t change_set) {
    auto changes = changes_of(db, change_set);
    const auto is_record = [](const Change& change) { return is_record_table(change.table); };
    if (std::any_of(changes.begin(), changes.end(), is_record)) {
        std::erase_if(changes, [&](const Change& change) { return !is_record(change); });
    }
    return changes;
}

} // namespace

std::span<const IdColumn> id_columns() {
    return columns_of_ids;
}

RecordNames::RecordNames(SQLite::Database& db) : db_(db), prefixes_{"core_"} {
    auto query = statement(db, "SELECT table_prefix FROM core_plugin");
    while (query.executeStep()) {
        prefixes_.push_back(column_text(query, 0));
    }
}

std::string RecordNames::noun_of(const std::string& table) const {
    std::size_t longest = 0;
    for (const auto& prefix : prefixes_) {
        longest = table.starts_with(prefix) ? std::max(longest, prefix.size()) : longest;
    }
    return table.substr(longest);
}

std::string
RecordNames::name(const std::string& table, std::int64_t row_number, const Row& row) const {
    if (table == "core_practice") {
        return "practice";
    }
    auto noun = noun_of(table);
    const auto number = find_number(row, noun).value_or(row_number);
    const auto rest = " " + id_of(noun, number) + owner_of(row, noun);
    std::replace(noun.begin(), noun.end(), '_', ' ');
    return noun + rest;
}

Row RecordNames::row_of(const std::string& table, std::int64_t row_number, std::string_view old) {
    auto [known, is_new] = tables_.try_emplace(table);
    if (is_new) {
        known->second = find_journalled_table(db_, table);
    }
    auto current = known->second ? find_row(db_, *known->second, row_number) : std::nullopt;
    auto kept = decode_row(old).value_or(Row{});
    return current ? put_back(std::move(*current), kept) : kept;
}

std::string RecordNames::describe(std::int64_t change_set) {
    std::vector<std::string> parts;
    std::set<std::string> owners; // " of R-0001": what belongs to a record that is named
    std::size_t left_out = 0;
    for (const auto& change : changes_to_name(db_, change_set)) {
        const auto row = row_of(change.table, change.row_number, change.old.value_or(""));
        const auto noun = noun_of(change.table);
        if (parts.size() == most_named || owners.contains(owner_of(row, noun))) {
            ++left_out;
            continue;
        }
        parts.push_back(
            std::string{verb_of(change)} + " " + name(change.table, change.row_number, row)
        );
        if (!id_prefix_of(noun).empty()) {
            owners.insert(" of " + id_of(noun, change.row_number));
        }
    }
    if (left_out > 0) {
        parts.push_back(std::to_string(left_out) + (left_out == 1 ? " entry" : " entries"));
    }
    return join(parts, "; ");
}

} // namespace praxis::practice
