// SPDX-License-Identifier: MIT
/// Reads one line of shorthand into the facts of its target: words in line.cpp, places in
/// line_places.cpp. The facts so far are in line_facts.cpp; line_refusals.cpp reports a word that
/// cannot be read.
#pragma once
#include "write/shorthand/line.hpp"
#include "write/shorthand/target.hpp"
#include "write/shorthand/tokens.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::soap {

/// A side that is written with a place: "left" and "QL" for "L-QL", "QL(L)" or "(L)QL".
struct SidedPlace {
    std::string side; // as the note stores it; empty: none
    std::string place;
};

SidedPlace split_side(const std::string& token, const ShorthandVocabulary& vocabulary);

class LineReader {
  public:
    LineReader(
        const Value& file,
        const BlocksBefore& blocks,
        const TemplateBook& book,
        const ShorthandVocabulary& vocabulary
    )
        : file_(file), blocks_(blocks), book_(book), vocabulary_(vocabulary) {}

    WorkReading read(const std::string& text);

  private:
    // Tokens: the first reading that matches is used.

    void take_all(const std::vector<std::string>& tokens);
    bool take(const std::string& token);
    bool take_assignment(const std::string& token);
    void take_several(
        const std::string& token,
        std::vector<std::string> names,
        const std::string& value,
        char between,
        bool needs_all
    );
    void take_pair(
        const std::string& word, const std::vector<std::string>& names, const std::string& value
    );
    bool take_pain(const std::string& token);
    bool take_amount(const std::string& token);
    bool take_temperature(const std::string& token);
    bool take_numbered(const std::string& token);
    bool take_choice(const std::string& token);
    bool take_flag(const std::string& token);
    bool take_whole_field(const std::string& token);
    bool take_test(const std::string& token);
    void take_name_of_test(std::vector<std::string>& tokens);
    void take_free_text(const std::string& text);

    // Places

    WorkReading read_places(const WorkLine& line);
    [[nodiscard]] SidedPlace read_place_of_list(const std::string& text) const;
    [[nodiscard]] std::size_t
    phrase_length(const std::vector<std::string>& tokens, std::size_t at) const;
    [[nodiscard]] bool is_phrase(const std::string& text) const;
    [[nodiscard]] bool names_place(const std::string& text) const;
    [[nodiscard]] bool is_side(const std::string& text) const;
    bool take_place(const std::string& token);
    bool take_named_place(const std::string& text);
    bool take_joint(const std::string& text);
    bool take_region_or_muscle(const std::string& text);
    bool take_level(const std::string& token);
    void set_region(const std::string& region, bool is_implied);
    void settle_levels(const std::string& free_text);
    void settle_level(const std::string& level);
    void refuse_if_choice(const std::string& token, bool is_region) const;
    void refuse_if_place_and_choice(const std::string& text, const Muscle& muscle) const;

    // The facts so far

    [[nodiscard]] bool has(const char* field) const;
    [[nodiscard]] bool has_choice(const std::string& word) const;
    [[nodiscard]] std::string own_value(const std::string& name) const;
    void add_fact(const std::string& name, const std::string& value);
    bool assign(const std::string& name, const std::string& value);
    void
    assign_or_refuse(const std::string& word, const std::string& name, const std::string& value);
    [[nodiscard]] std::string choices_of(const std::string& value) const;

    // Refusals

    [[noreturn]] void refuse_token(const std::string& token) const;
    void refuse_unclear(const std::string& token) const;
    void refuse_second_place(const std::string& token) const;
    void refuse_unclear_level(const std::string& token) const;
    [[nodiscard]] std::vector<std::string> known_words() const;
    [[nodiscard]] std::string expected() const;

    const Value& file_;
    BlocksBefore blocks_;
    const TemplateBook& book_;
    const ShorthandVocabulary& vocabulary_;
    WorkTarget target_;
    std::vector<WorkFact> own_; // of the block or the row
    std::vector<WorkFact> of_note_;
    std::string last_token_;          // the last token that was read
    std::vector<std::string> levels_; // of the spine: "L5"
    std::string implied_by_;          // the muscle that gave the region
};

/// Whether the field has a list of choices.
bool has_choices(const Field& field);

} // namespace praxis::soap
