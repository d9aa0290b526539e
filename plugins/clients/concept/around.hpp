// SPDX-License-Identifier: MIT
/// The words around one mention, and searches in them for the phrases of the wording.
#pragma once
#include "concept/mentions.hpp"

#include <praxis/date.hpp>

#include <optional>
#include <string_view>

namespace praxis::clients {

/// A mention in its text. `begin` and `end` enclose the part of the clause that it is in.
class Around {
  public:
    Around(const ReadText& text, const Mention& mention, const StateWording& wording, Date on);

    [[nodiscard]] const ReadText& text() const { return text_; }

    [[nodiscard]] const std::vector<Word>& words() const { return text_.words; }

    [[nodiscard]] const Mention& mention() const { return mention_; }

    [[nodiscard]] const StateWording& wording() const { return wording_; }

    [[nodiscard]] Date on() const { return on_; }

    [[nodiscard]] std::size_t begin() const { return begin_; }

    [[nodiscard]] std::size_t end() const { return end_; }

    [[nodiscard]] std::size_t clause_begin() const;

    /// The mark before the word; behind the last word the end.
    [[nodiscard]] Gap gap(std::size_t at) const;

    /// The length of the longest phrase of the list at that place; 0: none.
    [[nodiscard]] std::size_t length_at(std::string_view list, std::size_t at) const;
    [[nodiscard]] bool has_at(std::string_view list, std::size_t at) const;

    /// The first place in the range with a phrase of the list that also ends in it.
    [[nodiscard]] std::optional<std::size_t>
    find(std::string_view list, std::size_t from, std::size_t to) const;
    [[nodiscard]] bool has(std::string_view list, std::size_t from, std::size_t to) const;

    /// Whether a word from `first` up to `end` belongs to a phrase of the list.
    [[nodiscard]] bool is_covered(std::string_view list, std::size_t first, std::size_t end) const;

    /// A phrase of the list behind the mention, after nothing but words of `through`.
    [[nodiscard]] bool is_followed_by(std::string_view list, std::string_view through) const;

    /// Whether a later part settles the state: ", the scan was clear", ", resolved". Such a part
    /// has nothing before the phrase but words of `later.through`. The search ends at another
    /// mention. Of the next sentence only the first part counts.
    template <class Settles>
    [[nodiscard]] bool is_settled_later(std::string_view list, Settles settles) const {
        for (auto first = end_; first < words().size(); first = text_.part_end(first)) {
            const auto last = text_.part_end(first);
            if (has_mention(first, last) || !is_about_it(first)) {
                return false;
            }
            if (const auto at = find_settling(list, first, last);
                at && settles(*at, *at + length_at(list, *at))) {
                return true;
            }
            if (text_.sentences[first] != text_.sentences[mention_.first]) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool has_mention(std::size_t first, std::size_t last) const;

    /// The end of what the same sentence says later, up to another mention.
    [[nodiscard]] std::size_t later_end() const;

  private:
    [[nodiscard]] bool is_about_it(std::size_t first) const;
    [[nodiscard]] std::optional<std::size_t>
    find_settling(std::string_view list, std::size_t first, std::size_t last) const;

    const ReadText& text_;
    const Mention& mention_;
    const StateWording& wording_;
    Date on_;
    std::size_t begin_;
    std::size_t end_;
};

/// The answer of a form: "DVT: no", "DVT (Y)", "Pregnant? Yes", "[x] cancer".
std::optional<ConceptState> form_answer(const Around& around);

bool is_denied(const Around& around);
/// Of an ingredient: "nut free", "without almond oil". A test, a history or a list with commas says
/// nothing about what is in the bottle.
bool is_left_out(const Around& around);
/// "not ruled out", "cannot be excluded"
bool is_doubted_denial(const Around& around);
bool is_of_family(const Around& around);
bool is_past(const Around& around);
/// A state that a later part takes back: "it has not", "came back", "hers"
bool is_taken_back(const Around& around);

} // namespace praxis::clients
