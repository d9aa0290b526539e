// SPDX-License-Identifier: MIT
/// Reads the tables of a declarative file, and refuses the first mistake with its line.
#pragma once
#include <praxis/value.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::outcomes {

/// One table of a file. Each function refuses a value of another kind.
class TableReader {
  public:
    /// errors  Refused: a key that is not one of `keys`
    TableReader(
        const Value& table,
        std::string file,
        std::string path,
        std::initializer_list<std::string_view> keys
    );

    [[nodiscard]] std::string text(std::string_view key) const; // needed, not empty
    [[nodiscard]] std::string text_or(std::string_view key, std::string otherwise) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const; // needed
    [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view key) const;
    [[nodiscard]] double number(std::string_view key) const; // needed
    [[nodiscard]] double number_or(std::string_view key, double otherwise) const;
    [[nodiscard]] int whole_or(std::string_view key, int otherwise) const;
    [[nodiscard]] bool flag_or(std::string_view key, bool otherwise) const;
    [[nodiscard]] bool has(std::string_view key) const;

    /// One of `choices`.
    [[nodiscard]] std::string
    word(std::string_view key, std::initializer_list<std::string_view> choices) const;

    /// The place of the word in `choices`.
    [[nodiscard]] std::size_t
    choice(std::string_view key, std::initializer_list<std::string_view> choices) const;

    /// Ids of sources, each of which `listed` explains ("S-116: ...") or which is "(k)".
    [[nodiscard]] std::vector<std::string>
    sources(std::string_view key, const std::vector<std::string>& listed) const;

    [[noreturn]] void refuse(std::string_view key, const std::string& what) const;

  private:
    [[nodiscard]] const Value* find(std::string_view key) const { return table_.find(key); }

    [[nodiscard]] const Value& get(std::string_view key) const;

    const Value& table_;
    std::string file_;
    std::string path_;
};

/// The tables of [[key]]; none when it is absent.
std::vector<const Value*>
tables_of(const Value& root, std::string_view key, const std::string& file);

/// The source in full; the id when the list does not explain it.
std::string citation_of(const std::string& id, const std::vector<std::string>& listed);

} // namespace praxis::outcomes
