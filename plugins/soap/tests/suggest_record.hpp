// SPDX-License-Identifier: MIT
/// What is on record of a client, made up, and what our own rules say of it.
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

inline Facts with(Words words) {
    return {.client = ClientId{1}, .words = {std::move(words)}};
}

inline Facts with_condition(const std::string& name) {
    return with({.list = "condition", .text = name});
}

inline Facts with_episode(Episode episode) {
    episode.id = ComplaintId{1};
    return {.client = ClientId{1}, .episodes = {std::move(episode)}};
}

/// "stop deep-tissue, caution swedish": what our rules say, sorted.
inline std::string said(const Facts& facts, const std::vector<std::string>& techniques = six) {
    auto reasons = hold_rules_against(facts, our_files(), techniques);
    sort_reasons(reasons);
    std::vector<std::string> words;
    for (const auto& reason : reasons) {
        words.push_back(std::string{verdict_name(reason.verdict)} + " " + reason.technique);
    }
    return join(words, ", ");
}

} // namespace praxis::soap::suggest::testing
