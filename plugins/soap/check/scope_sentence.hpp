// SPDX-License-Identifier: MIT
/// One sentence, or what stands of it before a "but": what it says beyond the scope, and for which
/// of its words a named clinician stands.
#pragma once
#include "check/scope_words.hpp"

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

    /// The words from `begin` to `end`. `tail` is what stands behind the last word of the text.
    ScopeSentence(
        const ScopeWords& scope,
        const std::vector<Word>& words,
        std::size_t begin,
        std::size_t end,
        const std::string& tail
    );

    /// Words of diagnosis that nobody is named for.
    [[nodiscard]] std::vector<Hit> unattributed() const;

  private:
    /// Words that a clinician stands for.
    struct Range {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    void find_hits();
    [[nodiscard]] Hit listed_hit(std::size_t at, bool& harmless) const;
    [[nodiscard]] Hit damage_hit(std::size_t at) const;
    [[nodiscard]] std::string text_of(std::size_t at, std::size_t count) const;
    [[nodiscard]] bool is_denied(std::size_t at, std::size_t denied_until) const;
    [[nodiscard]] bool ends_at(const Phrases& phrases, std::size_t end) const;
    void find_turns();

    [[nodiscard]] std::vector<Range> attributed() const;
    void add_cued(std::vector<Range>& ranges, std::size_t at) const;
    void add_told(std::vector<Range>& ranges, std::size_t at) const;
    [[nodiscard]] std::size_t clause_begin(std::size_t at) const;
    [[nodiscard]] std::size_t clause_end(std::size_t at) const;

    [[nodiscard]] bool stands(const Phrase& phrase, std::size_t at) const;
    [[nodiscard]] std::size_t longest(const Phrases& phrases, std::size_t at) const;
    [[nodiscard]] std::size_t last_before(const Phrase& phrase, std::size_t end) const;
    [[nodiscard]] bool has_colon(std::size_t at) const;
    [[nodiscard]] bool comma_at(std::size_t at) const;
    [[nodiscard]] bool bracket_at(std::size_t at) const;
    [[nodiscard]] const std::string& gap_at(std::size_t at) const;
    [[nodiscard]] std::size_t after_between(std::size_t at) const;

    [[nodiscard]] std::size_t behind_clinician(std::size_t at) const;
    [[nodiscard]] std::size_t behind_calling(std::size_t at) const;
    [[nodiscard]] std::size_t behind_address(std::size_t at, bool& titled) const;
    [[nodiscard]] std::size_t behind_name(std::size_t at) const;
    [[nodiscard]] bool is_name(std::size_t at) const;
    [[nodiscard]] bool continues_name(std::size_t at) const;
    [[nodiscard]] bool is_hit(std::size_t at) const;

    const ScopeWords& scope_;
    const std::vector<Word>& words_;
    std::size_t begin_;
    std::size_t end_;
    const std::string& tail_;
    bool shouted_ = false;
    std::vector<Hit> hits_;
    std::vector<std::size_t> turns_; // where somebody else begins to speak
};

} // namespace praxis::soap
