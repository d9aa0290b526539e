// SPDX-License-Identifier: MIT
/// Invented client records, and the reasons of our rules for them.
#pragma once
#include "rules/match.hpp"
#include "template/contributed.hpp"
#include "template_book.hpp"

#include <praxis/text.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::soap::suggest::testing {

inline const std::vector<std::string> six{
    "deep-tissue", "hot-stone", "myofascial-release", "shiatsu", "swedish", "trigger-point"};

inline const std::vector<RuleFile>& our_files() {
    static const auto files = [] {
        std::vector<std::string> left_out;
        return read_contributed<RuleFile>(soap::testing::rule_files(), read_rules, left_out);
    }();
    return files;
}

inline Facts with(RecordText text) {
    return {.client = ClientId{1}, .texts = {std::move(text)}};
}

inline Facts with_condition(const std::string& name) {
    return with({.list = "condition", .text = name});
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
