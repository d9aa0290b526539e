// SPDX-License-Identifier: MIT
#include "concept/mentions.hpp"

#include <algorithm>
#include <optional>

namespace praxis::clients {
namespace {

/// Words of two lists of `near` belong together if at most so many words are between them.
constexpr std::size_t near_words = 4;
/// From so many letters on, one wrong letter in the name of a medicine is forgiven.
constexpr std::size_t forgiving_letters = 7;

bool is_capitals(const std::string& typed) {
    return std::none_of(typed.begin(), typed.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

ConceptKind kind_of(TextField field) {
    switch (field) {
    case TextField::medication:
        return ConceptKind::medicine;
    case TextField::allergy:
    case TextField::ingredient:
        return ConceptKind::allergen;
    case TextField::condition:
    case TextField::remark:
        break;
    }
    return ConceptKind::condition;
}

/// At most one letter is wrong, missing, added, or exchanged with the next.
bool is_misspelt(std::string_view word, std::string_view name) {
    if (word.size() > name.size() + 1 || name.size() > word.size() + 1) {
        return false;
    }
    std::size_t same = 0;
    while (same < std::min(word.size(), name.size()) && word[same] == name[same]) {
        ++same;
    }
    const auto rest = word.substr(same);
    const auto wanted = name.substr(same);
    if (rest.size() == wanted.size()) {
        const bool exchanged = rest.size() > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] &&
                               rest.substr(2) == wanted.substr(2);
        return exchanged || rest.substr(1) == wanted.substr(1);
    }
    return rest.size() > wanted.size() ? rest.substr(1) == wanted : rest == wanted.substr(1);
}

/// Finds the mentions of all concepts in the words of one text.
class MentionFinder {
  public:
    MentionFinder(const ConceptBook& book, const std::vector<Word>& words, TextField field)
        : book_(book), words_(words), field_(field) {}

    std::vector<Mention> find() {
        for (const auto& each : book_.concepts) {
            if ((kind_of(field_) == ConceptKind::allergen) ==
                (each.kind == ConceptKind::allergen)) {
                find(each);
            }
        }
        if (field_ == TextField::medication && found_.empty()) {
            find_misspelt();
        }
        return longest();
    }

  private:
    void find(const Concept& wanted) {
        const bool own_field = wanted.kind == kind_of(field_);
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (longest_at(words_, at, wanted.except) > 0) {
                masked_.push_back({&wanted, at, at + longest_at(words_, at, wanted.except)});
            }
            add(wanted, at, longest_at(words_, at, wanted.words));
            if (own_field) {
                add(wanted, at, abbreviation_at(wanted, at));
            }
            add(wanted, at, near_at(wanted, at));
        }
    }

    void add(const Concept& wanted, std::size_t at, std::size_t length) {
        if (length > 0) {
            found_.push_back({&wanted, at, at + length});
        }
    }

    [[nodiscard]] std::size_t abbreviation_at(const Concept& wanted, std::size_t at) const {
        const auto length = longest_at(words_, at, wanted.abbreviations);
        const bool whole = length == words_.size();
        return length > 0 && (whole || is_capitals(words_[at].typed)) ? length : 0;
    }

    /// The phrases of `near` in any order, from the first of them to the last.
    [[nodiscard]] std::size_t near_at(const Concept& wanted, std::size_t at) const {
        if (wanted.near.size() != 2) {
            return 0;
        }
        for (const bool reversed : {false, true}) {
            const auto length = longest_at(words_, at, wanted.near[reversed ? 1 : 0]);
            if (length == 0) {
                continue;
            }
            const auto& others = wanted.near[reversed ? 0 : 1];
            for (auto next = at + length; next < words_.size() && next <= at + length + near_words;
                 ++next) {
                if (words_[next].before != Gap::joint) {
                    break;
                }
                if (const auto other = longest_at(words_, next, others)) {
                    return next + other - at;
                }
            }
        }
        return 0;
    }

    /// A single name that is one letter away, if no other name is as near.
    void find_misspelt() {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const Concept* nearest = nullptr;
            bool several = false;
            for (const auto& each : book_.concepts) {
                if (each.kind == ConceptKind::medicine && is_near(each, words_[at].folded)) {
                    several = several || nearest != nullptr;
                    nearest = &each;
                }
            }
            if (nearest != nullptr && !several) {
                add(*nearest, at, 1);
            }
        }
    }

    static bool is_near(const Concept& medicine, const std::string& word) {
        return word.size() >= forgiving_letters &&
               std::any_of(medicine.words.begin(), medicine.words.end(), [&](const Phrase& name) {
                   return name.size() == 1 && name.words[0].size() >= forgiving_letters &&
                          is_misspelt(word, name.words[0]);
               });
    }

    static bool covers(const Mention& outer, const Mention& inner) {
        return outer.first <= inner.first && inner.end <= outer.end;
    }

    [[nodiscard]] bool is_hidden(const Mention& mention) const {
        const bool excepted =
            std::any_of(masked_.begin(), masked_.end(), [&](const Mention& masked) {
                return masked.what == mention.what && covers(masked, mention);
            });
        const bool within = std::any_of(found_.begin(), found_.end(), [&](const Mention& other) {
            return covers(other, mention) && other.end - other.first > mention.end - mention.first;
        });
        return excepted || within;
    }

    [[nodiscard]] std::vector<Mention> longest() const {
        std::vector<Mention> kept;
        for (const auto& mention : found_) {
            const bool twice = std::any_of(kept.begin(), kept.end(), [&](const Mention& other) {
                return other.what == mention.what && other.first == mention.first &&
                       other.end == mention.end;
            });
            if (!twice && !is_hidden(mention)) {
                kept.push_back(mention);
            }
        }
        std::stable_sort(kept.begin(), kept.end(), [](const Mention& left, const Mention& right) {
            return left.first < right.first;
        });
        return kept;
    }

    const ConceptBook& book_;
    const std::vector<Word>& words_;
    TextField field_;
    std::vector<Mention> found_;
    std::vector<Mention> masked_; // by `except`
};

/// Cuts a text into sentences, clauses and parts.
class Cutter {
  public:
    Cutter(const StateWording& wording, ReadText& text) : wording_(wording), text_(text) {}

    void cut() {
        int sentence = 0;
        int clause = 0;
        int part = 0;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (at > 0) {
                const bool new_sentence = text_.words[at].before == Gap::end;
                const bool new_clause = new_sentence || begins_clause(at);
                sentence += new_sentence ? 1 : 0;
                clause += new_clause ? 1 : 0;
                part += new_clause || begins_part(at) ? 1 : 0;
            }
            text_.sentences.push_back(sentence);
            text_.clauses.push_back(clause);
            text_.parts.push_back(part);
        }
    }

  private:
    [[nodiscard]] bool has(std::string_view list, std::size_t at) const {
        return longest_at(text_.words, at, wording_[list]) > 0;
    }

    [[nodiscard]] bool begins_clause(std::size_t at) const { return has("clause.begins", at); }

    /// After a comma, and where another subject begins: "and she has". "who has it" goes on.
    [[nodiscard]] bool begins_part(std::size_t at) const {
        switch (text_.words[at].before) {
        case Gap::joint:
        case Gap::slash:
        case Gap::bracket:
            return has("clause.subjects", at);
        case Gap::comma:
            return !has("clause.continues", at);
        case Gap::colon:
        case Gap::dash:
        case Gap::question:
        case Gap::end:
            break;
        }
        return !follows_mention(at);
    }

    /// "DVT in the leg: yes": what follows the colon is about the concept.
    [[nodiscard]] bool follows_mention(std::size_t at) const {
        constexpr std::size_t most_words = 4;
        return std::any_of(text_.mentions.begin(), text_.mentions.end(), [&](const Mention& each) {
            if (each.end > at || at - each.end > most_words) {
                return false;
            }
            for (auto word = each.end; word < at; ++word) {
                if (text_.words[word].before != Gap::joint) {
                    return false;
                }
            }
            return true;
        });
    }

    const StateWording& wording_;
    ReadText& text_;
};

} // namespace

bool ReadText::is_in_mention(std::size_t at) const {
    return std::any_of(mentions.begin(), mentions.end(), [at](const Mention& mention) {
        return mention.first <= at && at < mention.end;
    });
}

std::size_t ReadText::part_begin(std::size_t at) const {
    while (at > 0 && parts[at - 1] == parts[at]) {
        --at;
    }
    return at;
}

std::size_t ReadText::part_end(std::size_t at) const {
    const auto part = parts[at];
    while (at < size() && parts[at] == part) {
        ++at;
    }
    return at;
}

ReadText read_text(const ConceptBook& book, std::string_view text, TextField field) {
    ReadText read;
    read.words = split_words(text);
    read.mentions = MentionFinder{book, read.words, field}.find();
    Cutter{book.wording, read}.cut();
    return read;
}

} // namespace praxis::clients
