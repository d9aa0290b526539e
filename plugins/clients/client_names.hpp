// SPDX-License-Identifier: MIT
/// The names of clients: how they are written, searched and compared.
#pragma once
#include "client_row.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// The whole name as the client writes it: "Maria Lopez", "王小明".
std::string full_name(const ClientRow& client);

/// "Maria Lopez, born 1984-05-02 (C-0001)": tells namesakes apart.
std::string describe_client(const ClientRow& client);

/// All names, family name first, folded, and their other spellings. A name with hyphens,
/// apostrophes or blanks is also stored in parts and as one word: "berg-o'neill" as "berg oneill",
/// "berg o neill" and "bergoneill".
std::string folded_names(const ClientRow& client);

/// What a user typed to name a client: parts of names, and a birth date or a part of one, such as
/// "lopez 1962".
class NameTerms {
  public:
    explicit NameTerms(std::string_view text);

    /// Whether there is a part of a name.
    [[nodiscard]] bool has_name() const { return !spellings_.empty(); }

    /// The start of the first part of a name, in plain spelling: folded_names() contain it when
    /// they match.
    [[nodiscard]] std::string first_word() const;

    /// folded  folded_names() of the client
    [[nodiscard]] bool match(const ClientRow& client, std::string_view folded) const;

    /// Whether the parts of names are the client's whole name, with the given and the family name
    /// in any order.
    [[nodiscard]] bool are_full_name(const ClientRow& client) const;

    /// The same, also for the name that the client prefers.
    [[nodiscard]] bool are_exact(const ClientRow& client) const;

  private:
    std::vector<std::string> spellings_; // of the parts of names: as typed, apart, together
    std::vector<std::string> births_;    // "1962", "1962-03", "1962-03-05"
};

/// Whether the text is a year, a month or a day that begins the client's birth date, or begins with
/// it when only a part is known.
bool matches_birth(const ClientRow& client, std::string_view text);

/// Whether the two can be the same person: one of their names is the same without regard to
/// hyphens, blanks, apostrophes and the order of given and family name, and the birth dates can be
/// the same day or one is missing.
bool can_be_same_person(const ClientRow& one, const ClientRow& other);

} // namespace praxis::clients
