// SPDX-License-Identifier: MIT
/// Reads the tables of a declarative file, and reports mistakes with line and column.
#pragma once
#include "template/template.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// Mistakes go into `problems`, and the value is then empty, so that one reading finds all
/// mistakes. `path` is the place in the file, for people: "[scope]", "phrase 3".
class TableReader {
  public:
    /// text  must outlive the reader
    TableReader(std::string_view text, std::vector<Problem>& problems);

    /// Reports each key of the table that is not one of `keys`.
    void refuse_unknown_keys(
        const Value& table, const std::vector<std::string>& keys, const std::string& path
    );

    std::string
    text(const Value& table, std::string_view key, const std::string& path, bool needed = false);
    /// A list of texts; a single text needs no brackets.
    std::vector<std::string>
    texts(const Value& table, std::string_view key, const std::string& path, bool needed = false);
    bool flag(const Value& table, std::string_view key, const std::string& path);
    std::optional<double> number(const Value& table, std::string_view key, const std::string& path);
    /// A whole number of at least 1.
    int whole(const Value& table, std::string_view key, const std::string& path, int otherwise);
    int version(const Value& table, const std::string& path);

    /// The tables of [[key]].
    std::vector<const Value*>
    tables(const Value& parent, std::string_view key, const std::string& path);

    /// The table [key] at the beginning of the file; nullptr when it is missing.
    const Value* head(const Value& root, std::string_view key);

    /// The file's id: small letters, digits and dashes.
    std::string id(const Value& table, const std::string& path);

    /// The id of one of `sources` (each "S-64: title"), or "(k)" for common knowledge without a
    /// source.
    std::string
    source(const Value& table, const std::string& path, const std::vector<std::string>& sources);

    /// `key` is in the line of `value`.
    void report_error(
        const Value& value,
        std::string_view key,
        const std::string& path,
        std::string message,
        std::string hint = {}
    );

    /// "hold: text in quotes expected, found a number"
    void report_wrong_kind(
        const Value& found, std::string_view key, const std::string& path, std::string_view expected
    );

  private:
    [[nodiscard]] int column_of(int line, std::string_view key) const;

    std::string_view text_;
    std::vector<Problem>& problems_;
};

/// Whether the table has required = "treatment": needed for signing, but not of a wellness session.
bool is_of_treatments(const Value& table);

} // namespace praxis::soap
