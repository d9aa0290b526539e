// SPDX-License-Identifier: MIT
#include "concept/words.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::clients {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_word(char c) {
    return is_letter(c) || is_digit(c);
}

/// A small or capital letter of ASCII, a digit or a blank.
bool is_plain(char c) {
    return c == ' ' || is_digit(c) || (is_letter(c) && static_cast<unsigned char>(c) < 0x80);
}

/// Typographic signs as plain ones, and the usual signs of charts as words.
std::string simplify(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> signs{{
        {"\u2019", "'"},
        {"\u2018", "'"},
        {"\u201c", "\""},
        {"\u201d", "\""},
        {"\u2013", " - "},
        {"\u2014", " - "},
        {"\u2022", "\n"},
        {"\u2610", "[ ]"},
        {"\u2611", "[x]"},
        {"\u2612", "[x]"},
        {"\u2713", "[x]"},
        {"\u2714", "[x]"},
        {"+ve", " positive"},
        {"-ve", " negative"},
        {"\u00a0", " "},
        {"\u00b0", " "},
    }};
    std::string plain{text};
    for (const auto& [from, to] : signs) {
        for (auto at = plain.find(from); at != std::string::npos;
             at = plain.find(from, at + to.size())) {
            plain.replace(at, from.size(), to);
        }
    }
    return plain;
}

/// Reads the words of a text from left to right.
class WordSplitter {
  public:
    explicit WordSplitter(std::string_view text) : text_(simplify(text)) {}

    std::vector<Word> split() {
        while (at_ < text_.size()) {
            if (const auto length = box_length()) {
                add_box(length);
            } else if (is_word(text_[at_])) {
                add_word();
            } else {
                gap_ += text_[at_++];
            }
        }
        if (!words_.empty() && gap_.starts_with('?')) {
            words_.back().asked = true;
        }
        return std::move(words_);
    }

  private:
    [[nodiscard]] char char_at(std::size_t at) const {
        return at < text_.size() ? text_[at] : '\0';
    }

    [[nodiscard]] std::size_t box_length() const {
        for (const std::string_view box : {"[ ]", "[x]", "[X]", "[]", "( )", "(x)", "(X)"}) {
            if (text_.compare(at_, box.size(), box) == 0) {
                return box.size();
            }
        }
        return 0;
    }

    void add_box(std::size_t length) {
        const bool ticked = text_.find_first_of("xX", at_) < at_ + length;
        words_.push_back({ticked ? "[x]" : "[ ]", text_.substr(at_, length), Gap::end});
        at_ += length;
        gap_.clear();
    }

    void add_word() {
        const auto begin = at_;
        while (goes_on()) {
            ++at_;
        }
        Word word;
        word.typed = text_.substr(begin, at_ - begin);
        take_possessive(word);
        word.folded = fold(without_marks(word.typed));
        word.before = take_gap(word);
        words_.push_back(std::move(word));
    }

    /// A word goes on over an apostrophe ("doesn't"), over the dot of a number or of single letters
    /// ("3.5", "D.V.T."), and over the slash between single letters ("h/o") or digits ("3/52").
    [[nodiscard]] bool goes_on() const {
        const char here = char_at(at_);
        if (is_word(here)) {
            return true;
        }
        const char before = at_ == 0 ? '\0' : text_[at_ - 1];
        const char behind = char_at(at_ + 1);
        if (!is_word(before) || !is_word(behind)) {
            return false;
        }
        const bool single_before = at_ < 2 || !is_word(text_[at_ - 2]);
        const bool single_behind = !is_word(char_at(at_ + 2));
        switch (here) {
        case '\'':
            return true;
        case '.':
        case '/':
            return (is_digit(before) && is_digit(behind)) || (single_before && single_behind);
        default:
            return false;
        }
    }

    static std::string without_marks(std::string text) {
        std::erase(text, '\'');
        const auto dot = text.find('.');
        if (dot != std::string::npos && !is_digit(text.front())) {
            std::erase(text, '.');
        }
        return text;
    }

    void take_possessive(Word& word) const {
        auto& typed = word.typed;
        const bool ends = typed.size() > 2 && (typed.ends_with("'s") || typed.ends_with("'S"));
        word.possessive = ends || (typed.ends_with('s') && char_at(at_) == '\'');
        if (ends) {
            typed.resize(typed.size() - 2);
        }
    }

    Gap take_gap(Word& word) {
        const auto gap = std::exchange(gap_, {});
        if (words_.empty() || gap.find('?') != std::string::npos) {
            word.asked = gap.ends_with('?');
        }
        if (words_.empty()) {
            return Gap::end;
        }
        if (gap.find('?') != std::string::npos && !word.asked) {
            words_.back().asked = true;
        }
        return kind_of(gap);
    }

    [[nodiscard]] Gap kind_of(const std::string& gap) const {
        const auto has = [&gap](std::string_view signs) {
            return gap.find_first_of(signs) != std::string::npos;
        };
        if (has(";\n!*") || (has(".") && !is_abbreviated(words_.back().folded)) || gap == " / ") {
            return Gap::end;
        }
        if (has("?")) {
            return Gap::question;
        }
        if (has(":=")) {
            return Gap::colon;
        }
        if (has("()[]\"")) {
            return Gap::bracket;
        }
        if (has(",")) {
            return Gap::comma;
        }
        if (has("/")) {
            return Gap::slash;
        }
        return gap.find(" -") != std::string::npos || gap.find("- ") != std::string::npos
                   ? Gap::dash
                   : Gap::joint;
    }

    static bool is_abbreviated(const std::string& word) {
        static constexpr std::array<std::string_view, 8> titles{
            "dr", "mr", "mrs", "ms", "st", "approx", "ca", "prof"};
        return std::find(titles.begin(), titles.end(), word) != titles.end();
    }

    std::string text_;
    std::size_t at_ = 0;
    std::string gap_;
    std::vector<Word> words_;
};

bool is_same(const std::string& word, const std::string& wanted, bool is_last) {
    if (word == wanted) {
        return true;
    }
    return is_last && wanted.size() > 2 && word.size() <= wanted.size() + 2 &&
           word.starts_with(wanted) && (word == wanted + "s" || word == wanted + "es");
}

} // namespace

std::vector<Word> split_words(std::string_view text) {
    return WordSplitter{text}.split();
}

Phrase phrase_of(std::string_view text) {
    Phrase phrase;
    // Nearly all of the thousands of phrases that a command reads have no mark in them.
    if (std::all_of(text.begin(), text.end(), is_plain)) {
        phrase.words.reserve(
            static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1
        );
        bool in_word = false;
        for (const char c : text) {
            if (c != ' ' && !in_word) {
                phrase.words.emplace_back();
            }
            in_word = c != ' ';
            if (in_word) {
                phrase.words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }
        }
        return phrase;
    }
    for (auto& word : split_words(text)) {
        phrase.words.push_back(std::move(word.folded));
    }
    return phrase;
}

bool is_phrase_at(const std::vector<Word>& words, std::size_t at, const Phrase& phrase) {
    if (phrase.size() == 0 || at + phrase.size() > words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const auto& word = words[at + i];
        const bool joined = i == 0 || word.before == Gap::joint;
        if (!joined || !is_same(word.folded, phrase.words[i], i + 1 == phrase.size())) {
            return false;
        }
    }
    return true;
}

std::size_t longest_at(const std::vector<Word>& words, std::size_t at, const Phrases& phrases) {
    std::size_t longest = 0;
    for (const auto& phrase : phrases) {
        if (phrase.size() > longest && is_phrase_at(words, at, phrase)) {
            longest = phrase.size();
        }
    }
    return longest;
}

std::size_t
longest_before(const std::vector<Word>& words, std::size_t end, const Phrases& phrases) {
    std::size_t longest = 0;
    for (const auto& phrase : phrases) {
        if (phrase.size() > longest && phrase.size() <= end &&
            is_phrase_at(words, end - phrase.size(), phrase)) {
            longest = phrase.size();
        }
    }
    return longest;
}

} // namespace praxis::clients
