// SPDX-License-Identifier: MIT
/// Reads the tables of the declarative files that plugins contribute. The first mistake ends the
/// reading with a PluginError that names the file, the line and the table.
#pragma once
#include <praxis/abi.h>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// errors  PluginError: the text of the file is not TOML
PRAXIS_API Value parse_file(const ContributedFile& file);

/// One table of a file. The file and the value must outlive it. Each function that reads a key
/// refuses a value of another kind; one without "_or" in its name refuses a missing key, too.
class PRAXIS_API FileTable {
  public:
    /// place  the table in the file, for people: "[homecare]", "item bridge"; empty: the whole file
    FileTable(const ContributedFile& file, const Value& table, std::string place = {});

    [[nodiscard]] const Value& value() const { return *table_; }

    /// Refuses each key that is not one of `keys`.
    void allow(std::initializer_list<std::string_view> keys) const;

    [[nodiscard]] bool has(std::string_view key) const { return table_->find(key) != nullptr; }

    [[nodiscard]] std::string text(std::string_view key) const; // not empty
    [[nodiscard]] std::string text_or(std::string_view key, std::string otherwise) const;

    /// A list of texts, none of them empty; one text needs no brackets.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const; // at least one
    [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view key) const;
    [[nodiscard]] std::vector<std::string>
    texts_of(std::string_view key, const std::vector<std::string>& choices) const;

    [[nodiscard]] double number(std::string_view key) const;
    [[nodiscard]] double number_or(std::string_view key, double otherwise) const;

    /// A whole number from 0 to 100000.
    [[nodiscard]] std::optional<int> whole_or_none(std::string_view key) const;
    [[nodiscard]] int whole_or(std::string_view key, int otherwise) const;

    [[nodiscard]] bool flag_or(std::string_view key, bool otherwise) const;

    /// Small letters, digits and dashes: no path can be made of it.
    [[nodiscard]] std::string id(std::string_view key = "id") const;

    /// One of `choices`.
    [[nodiscard]] std::string
    word(std::string_view key, std::initializer_list<std::string_view> choices) const;

    /// The index of the text in `choices`.
    [[nodiscard]] std::size_t
    choice(std::string_view key, std::initializer_list<std::string_view> choices) const;

    /// The ids of sources. Each is explained in `listed` ("S-116: ..."), or is "(k)": common
    /// knowledge without a source.
    [[nodiscard]] std::vector<std::string>
    sources(std::string_view key, const std::vector<std::string>& listed) const;

    /// The table [key].
    [[nodiscard]] FileTable table(std::string_view key) const;
    /// Nothing when it is absent.
    [[nodiscard]] std::optional<FileTable> table_or_none(std::string_view key) const;

    /// The tables of [[key]], each with its id in messages; none when it is absent.
    [[nodiscard]] std::vector<FileTable> tables(std::string_view key) const;

    /// "FILE:12: limit heat: tools", for a mistake that only another file shows.
    [[nodiscard]] std::string place_of(std::string_view key) const;

    /// Reports a mistake at `key`, or at the table when it has no such key.
    [[noreturn]] void refuse(std::string_view key, const std::string& what) const;

  private:
    [[nodiscard]] const Value& get(std::string_view key) const;
    [[nodiscard]] std::string inner_place(std::string_view key) const;
    [[noreturn]] void refuse_at(int line, const std::string& what) const;

    const ContributedFile* file_;
    const Value* table_;
    std::string place_;
};

/// The line of `listed` that explains the source; the id when there is none.
PRAXIS_API std::string
citation_of(const std::string& source, const std::vector<std::string>& listed);

} // namespace praxis
