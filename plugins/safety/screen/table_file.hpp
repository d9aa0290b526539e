// SPDX-License-Identifier: MIT
/// Reads the tables of one declarative file, and names file and line of a mistake.
#pragma once
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

/// Each function throws PluginError for a value of the wrong kind. The file must outlive the
/// reader.
class TableFile {
  public:
    explicit TableFile(const ContributedFile& file);

    [[nodiscard]] const Value& root() const { return root_; }

    [[noreturn]] void refuse(const Value& at, const std::string& message) const;
    void refuse_unknown(const Value& table, const std::vector<std::string>& keys) const;

    /// Empty when it is missing.
    [[nodiscard]] std::string text(const Value& table, std::string_view key) const;
    [[nodiscard]] std::string needed(const Value& table, std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(const Value& table, std::string_view key) const;
    [[nodiscard]] bool flag(const Value& table, std::string_view key, bool otherwise) const;
    /// A whole number from 0 to 36500.
    [[nodiscard]] std::optional<int> number(const Value& table, std::string_view key) const;

    /// The tables of [[key]].
    [[nodiscard]] std::vector<const Value*> tables(const Value& parent, std::string_view key) const;

  private:
    [[nodiscard]] Value parse() const;

    const ContributedFile& file_;
    Value root_;
};

} // namespace praxis::safety
