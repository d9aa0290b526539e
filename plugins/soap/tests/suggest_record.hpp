// SPDX-License-Identifier: MIT
/// Invented client records, and the reasons of our rules for them.
#pragma once
#include "rules/match.hpp"
#include "template/contributed.hpp"
#include "template_book.hpp"

#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::soap::suggest::testing {

using clients::ConceptState;

inline const std::vector<std::string> six{
    "deep-tissue", "hot-stone", "myofascial-release", "shiatsu", "swedish", "trigger-point"};

/// Our concepts, as far as rules name them.
inline const std::vector<clients::ConceptSummary>& our_concepts() {
    static const auto concepts = [] {
        std::vector<clients::ConceptSummary> all;
        for (const auto& file : soap::testing::files_of("concepts", "clients")) {
            const auto value = parse_toml(file.text, file.path);
            if (const auto* const list = value.find("concept")) {
                for (const auto& each : list->as_array()) {
                    all.push_back({each.text_at("id"), {}, {}, each.texts_at("groups")});
                }
            }
        }
        return all;
    }();
    return concepts;
}

inline const std::vector<RuleFile>& our_files() {
    static const auto files = [] {
        std::vector<std::string> left_out;
        auto read = read_contributed<RuleFile>(soap::testing::rule_files(), read_rules, left_out);
        expand_groups(read, our_concepts());
        return read;
    }();
    return files;
}

inline Facts with(RecordText text) {
    return {.client = ClientId{1}, .texts = {std::move(text)}};
}

/// An entry that is read as one concept; its text is the concept's id.
inline RecordText entry(
    const std::string& list,
    const std::string& concept_id,
    ConceptState state = ConceptState::present
) {
    return {.list = list, .text = concept_id, .concepts = {{concept_id, state}}};
}

inline Facts
with_condition(const std::string& concept_id, ConceptState state = ConceptState::present) {
    return with(entry("condition", concept_id, state));
}

inline Facts with_episode(Episode episode) {
    episode.id = ComplaintId{1};
    return {.client = ClientId{1}, .episodes = {std::move(episode)}};
}

/// "stop deep-tissue, caution swedish": the reasons of our rules, sorted.
inline std::string
reasons_for(const Facts& facts, const std::vector<std::string>& techniques = six) {
    auto reasons = match_rules(facts, our_files(), techniques);
    sort_reasons(reasons);
    std::vector<std::string> words;
    for (const auto& reason : reasons) {
        words.push_back(std::string{verdict_name(reason.verdict)} + " " + reason.technique);
    }
    return join(words, ", ");
}

} // namespace praxis::soap::suggest::testing
