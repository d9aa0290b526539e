// SPDX-License-Identifier: MIT
#include "check/scope.hpp"

#include "check/scope_sentence.hpp"
#include "template/contributed.hpp"

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

void add_phrases(Terms& into, const std::vector<std::string>& phrases) {
    for (const auto& phrase : phrases) {
        auto words = fold_words(phrase);
        if (!words.empty()) {
            const auto first = words.front();
            into.emplace(first, std::move(words));
        }
    }
}

void add_words(std::set<std::string>& into, const std::vector<std::string>& phrases) {
    for (const auto& phrase : phrases) {
        for (auto& word : fold_words(phrase)) {
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
            list(phrase.terms, remark, false);
            list(phrase.except, remark, true);
        }
        for (const auto& damage : file.damages) {
            auto& added = vocabulary_.damages.emplace_back();
            add_phrases(added.structures, damage.structures);
            add_phrases(added.states, damage.states);
            add_words(added.between, damage.between);
            added.remark = remark_of(file, damage.instead);
        }
        add_phrases(vocabulary_.denials, file.denial.terms);
        add_words(vocabulary_.denial_reaches_through, file.denial.through);
        add_attribution(file.attribution);
    }
}

void ScopeLinter::list(
    const std::vector<std::string>& phrases, const ScopeRemark& remark, bool harmless
) {
    for (const auto& shown : phrases) {
        auto words = fold_words(shown);
        if (!words.empty()) {
            const auto first = words.front();
            vocabulary_.listed.emplace(
                first, ScopeVocabulary::Listed{std::move(words), shown, remark, harmless}
            );
        }
    }
}

void ScopeLinter::add_attribution(const Attribution& attribution) {
    add_cues(attribution.cues);
    add_phrases(vocabulary_.verbs, attribution.verbs);
    add_phrases(vocabulary_.titles, attribution.titles);
    add_phrases(vocabulary_.professions, attribution.professions);
    add_phrases(vocabulary_.credentials, attribution.credentials);
    add_words(vocabulary_.between, attribution.between);
    add_words(vocabulary_.particles, attribution.particles);
    add_phrases(vocabulary_.stops, attribution.stops);
    add_phrases(vocabulary_.turns, attribution.turns);
    add_phrases(vocabulary_.nothing, attribution.nothing);
}

/// "diagnosed ... by": other words of the sentence can be between the two.
void ScopeLinter::add_cues(const std::vector<std::string>& cues) {
    for (const auto& cue : cues) {
        const auto parted = cue.find("...");
        if (parted == std::string::npos) {
            add_phrases(vocabulary_.cues, {cue});
        } else {
            vocabulary_.parted_cues.emplace_back(
                fold_words(cue.substr(0, parted)), fold_words(cue.substr(parted))
            );
        }
    }
}

ScopeLinter ScopeLinter::load(Session& session) {
    return ScopeLinter{load_contributed<ScopeFile>(session, "note-scope/1", read_scope)};
}

std::vector<ScopeFinding> ScopeLinter::find(std::string_view text, std::string_view part) const {
    std::string tail;
    const auto words = split_words(text, tail);
    std::vector<ScopeFinding> found;
    for (std::size_t begin = 0; begin < words.size();) {
        auto end = begin + 1;
        while (end < words.size()) {
            const auto& before = words[end - 1].folded;
            const bool abbreviated = before.size() == 1 || vocabulary_.titles.contains(before);
            if (ends_sentence(words[end].gap, abbreviated) ||
                longest_term_at(vocabulary_.stops, words, end, words.size()) > 0) {
                break;
            }
            ++end;
        }
        for (const auto& hit :
             ScopeSentence{vocabulary_, words, begin, end, tail}.find_unattributed()) {
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

std::vector<Problem>
find_scope_warnings(const ScopeLinter& linter, const std::vector<Entry>& entries) {
    std::vector<Problem> warnings;
    for (const auto& entry : entries) {
        if (!entry.value.is_text()) {
            continue;
        }
        for (const auto& finding : linter.find(entry.value.as_text(), entry.section)) {
            warnings.push_back(
                {.weight = Problem::Weight::warning,
                 .path = entry.path,
                 .message = "\"" + finding.term + "\" " + finding.says,
                 .hint = "write " + finding.instead +
                         "; or name the clinician who made the diagnosis: \"diagnosed by Dr. Kim\""}
            );
        }
    }
    return warnings;
}

} // namespace praxis::soap
