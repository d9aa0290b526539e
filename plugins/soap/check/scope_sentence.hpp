// SPDX-License-Identifier: MIT
/// One sentence of a note, or the part of it before a "but": its terms of diagnosis, and which of
/// them a named clinician made.
#pragma once
#include "check/scope_vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::soap {

class ScopeSentence {
  public:
    struct Hit {
        std::size_t first = 0; // word
        std::size_t end = 0;
        std::string shown; // as the file lists it
        const ScopeRemark* remark = nullptr;
    };

    /// The words from `begin` to `end`. `tail` is the text after the last word.
    ScopeSentence(
        const ScopeVocabulary& scope,
        const std::vector<Word>& words,
        std::size_t begin,
        std::size_t end,
        const std::string& tail
    );

    /// The terms of diagnosis without a named clinician.
    [[nodiscard]] std::vector<Hit> find_unattributed() const;

  private:
    /// Words that are a clinician's statement.
    struct Range {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    void find_hits();
    [[nodiscard]] Hit listed_hit(std::size_t at, bool& harmless) const;
    [[nodiscard]] Hit damage_hit(std::size_t at) const;
    [[nodiscard]] std::string text_of(std::size_t at, std::size_t count) const;
    [[nodiscard]] bool is_denied(std::size_t at, std::size_t denied_until) const;
    [[nodiscard]] bool ends_at(const Terms& phrases, std::size_t end) const;
    void find_speaker_changes();

    [[nodiscard]] std::vector<Range> find_attributed_ranges() const;
    void add_cue_ranges(std::vector<Range>& ranges, std::size_t at) const;
    void add_statement_ranges(std::vector<Range>& ranges, std::size_t at) const;
    [[nodiscard]] std::size_t clause_begin(std::size_t at) const;
    [[nodiscard]] std::size_t clause_end(std::size_t at) const;

    [[nodiscard]] bool has_term_at(const Term& phrase, std::size_t at) const;
    [[nodiscard]] std::size_t longest_term(const Terms& phrases, std::size_t at) const;
    [[nodiscard]] std::size_t last_before(const Term& phrase, std::size_t end) const;
    [[nodiscard]] bool has_colon(std::size_t at) const;
    [[nodiscard]] bool comma_at(std::size_t at) const;
    [[nodiscard]] bool bracket_at(std::size_t at) const;
    [[nodiscard]] const std::string& gap_at(std::size_t at) const;
    [[nodiscard]] std::size_t skip_between(std::size_t at) const;

    [[nodiscard]] std::size_t end_of_clinician(std::size_t at) const;
    [[nodiscard]] std::size_t end_of_profession(std::size_t at) const;
    [[nodiscard]] std::size_t end_of_titles(std::size_t at, bool& titled) const;
    [[nodiscard]] std::size_t end_of_name(std::size_t at) const;
    [[nodiscard]] bool is_name(std::size_t at) const;
    [[nodiscard]] bool continues_name(std::size_t at) const;
    [[nodiscard]] bool is_hit(std::size_t at) const;

    const ScopeVocabulary& scope_;
    const std::vector<Word>& words_;
    std::size_t begin_;
    std::size_t end_;
    const std::string& tail_;
    bool all_capitals_ = false;
    std::vector<Hit> hits_;
    std::vector<std::size_t> speaker_changes_; // where the therapist speaks again
};

} // namespace praxis::soap
