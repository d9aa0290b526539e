// SPDX-License-Identifier: MIT
#include "check/scope.hpp"

#include "check/scope_sentence.hpp"
#include "template/contributed.hpp"

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

void add_phrases(Phrases& into, const std::vector<std::string>& phrases) {
    for (const auto& phrase : phrases) {
        auto words = folded_words(phrase);
        if (!words.empty()) {
            const auto first = words.front();
            into.emplace(first, std::move(words));
        }
    }
}

void add_words(std::set<std::string>& into, const std::vector<std::string>& phrases) {
    for (const auto& phrase : phrases) {
        for (auto& word : folded_words(phrase)) {
            into.insert(std::move(word));
        }
    }
}

ScopeRemark remark_of(const ScopeFile& file, const std::string& instead) {
    return {file.says, instead, {file.parts.begin(), file.parts.end()}};
}

} // namespace

ScopeLinter::ScopeLinter(const std::vector<ScopeFile>& files) {
    for (const auto& file : files) {
        for (const auto& phrase : file.phrases) {
            const auto remark = remark_of(file, phrase.instead);
            list(phrase.words, remark, false);
            list(phrase.except, remark, true);
        }
        for (const auto& damage : file.damages) {
            auto& added = words_.damages.emplace_back();
            add_phrases(added.structures, damage.structures);
            add_phrases(added.states, damage.states);
            add_words(added.between, damage.between);
            added.remark = remark_of(file, damage.instead);
        }
        add_phrases(words_.denials, file.denial.words);
        add_words(words_.denied_through, file.denial.through);
        add_attribution(file.attribution);
    }
}

void ScopeLinter::list(
    const std::vector<std::string>& phrases, const ScopeRemark& remark, bool harmless
) {
    for (const auto& shown : phrases) {
        auto words = folded_words(shown);
        if (!words.empty()) {
            const auto first = words.front();
            words_.listed.emplace(
                first, ScopeWords::Listed{std::move(words), shown, remark, harmless}
            );
        }
    }
}

void ScopeLinter::add_attribution(const Attribution& attribution) {
    add_cues(attribution.cues);
    add_phrases(words_.verbs, attribution.verbs);
    add_phrases(words_.titles, attribution.titles);
    add_phrases(words_.professions, attribution.professions);
    add_phrases(words_.credentials, attribution.credentials);
    add_words(words_.between, attribution.between);
    add_words(words_.particles, attribution.particles);
    add_phrases(words_.stops, attribution.stops);
    add_phrases(words_.turns, attribution.turns);
    add_phrases(words_.nothing, attribution.nothing);
}

/// "diagnosed ... by": anything of the sentence may stand between the two.
void ScopeLinter::add_cues(const std::vector<std::string>& cues) {
    for (const auto& cue : cues) {
        const auto parted = cue.find("...");
        if (parted == std::string::npos) {
            add_phrases(words_.cues, {cue});
        } else {
            words_.parted_cues.emplace_back(
                folded_words(cue.substr(0, parted)), folded_words(cue.substr(parted))
            );
        }
    }
}

ScopeLinter ScopeLinter::load(Session& session) {
    return ScopeLinter{load_contributed<ScopeFile>(session, "note-scope/1", read_scope)};
}

std::vector<ScopeFinding> ScopeLinter::find(std::string_view text, std::string_view part) const {
    std::string tail;
    const auto words = words_of(text, tail);
    std::vector<ScopeFinding> found;
    for (std::size_t begin = 0; begin < words.size();) {
        auto end = begin + 1;
        while (end < words.size()) {
            const auto& before = words[end - 1].folded;
            const bool abbreviated = before.size() == 1 || words_.titles.contains(before);
            if (ends_sentence(words[end].gap, abbreviated) ||
                longest_at(words_.stops, words, end, words.size()) > 0) {
                break;
            }
            ++end;
        }
        for (const auto& hit : ScopeSentence{words_, words, begin, end, tail}.unattributed()) {
            const ScopeFinding finding{hit.shown, hit.remark->says, hit.remark->instead};
            if (hit.remark->parts.contains(std::string{part}) &&
                std::find(found.begin(), found.end(), finding) == found.end()) {
                found.push_back(finding);
            }
        }
        begin = end;
    }
    return found;
}

std::vector<Problem> scope_warnings(const ScopeLinter& linter, const std::vector<Entry>& entries) {
    std::vector<Problem> warnings;
    for (const auto& entry : entries) {
        if (!entry.value.is_text()) {
            continue;
        }
        for (const auto& finding : linter.find(entry.value.as_text(), entry.section)) {
            warnings.push_back(
                {.weight = Problem::Weight::warning,
                 .path = entry.path,
                 .message = "\"" + finding.words + "\" " + finding.says,
                 .hint = "write " + finding.instead +
                         "; or name the clinician whose word it is: \"diagnosed by Dr. Kim\""}
            );
        }
    }
    return warnings;
}

} // namespace praxis::soap
