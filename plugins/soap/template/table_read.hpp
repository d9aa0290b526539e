// SPDX-License-Identifier: MIT
/// Reads the tables of a declarative file, and tells what is wrong with line and column.
#pragma once
#include "template/template.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// What is wrong goes into `problems`; what was asked for then is empty, so that one reading tells
/// everything. `path` says where in the file, for people: "[scope]", "phrase 3".
class TableReader {
  public:
    TableReader(std::string_view text, std::vector<Problem>& problems);

    /// Refuses each key of the table that is none of `keys`.
    void know(const Value& table, const std::vector<std::string>& keys, const std::string& path);

    std::string
    text(const Value& table, std::string_view key, const std::string& path, bool needed = false);
    /// A list; one text needs no brackets.
    std::vector<std::string>
    texts(const Value& table, std::string_view key, const std::string& path, bool needed = false);
    bool yes(const Value& table, std::string_view key, const std::string& path);
    std::optional<double> number(const Value& table, std::string_view key, const std::string& path);
    /// A whole number from 1 on.
    int whole(const Value& table, std::string_view key, const std::string& path, int otherwise);
    int version(const Value& table, const std::string& path);

    /// The tables of [[key]].
    std::vector<const Value*>
    tables(const Value& parent, std::string_view key, const std::string& path);

    /// The table [key] that every such file begins with; nullptr when it is not there.
    const Value* head(const Value& root, std::string_view key);

    /// The file's id: small letters, digits and dashes.
    std::string id(const Value& table, const std::string& path);

    /// The id of one of `sources`, each "S-64: what it is", or "(k)": common knowledge that was
    /// held against no source.
    std::string
    source(const Value& table, const std::string& path, const std::vector<std::string>& sources);

    /// `key` stands in the line of `value`.
    void wrong(
        const Value& value,
        std::string_view key,
        const std::string& path,
        std::string message,
        std::string hint = {}
    );

    /// "hold: text in quotes was expected, found a number"
    void wrong_kind(
        const Value& found, std::string_view key, const std::string& path, std::string_view expected
    );

  private:
    [[nodiscard]] int column_of(int line, std::string_view key) const;

    std::vector<std::string> lines_;
    std::vector<Problem>& problems_;
};

} // namespace praxis::soap
