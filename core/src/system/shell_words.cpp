// SPDX-License-Identifier: MIT
#include "system/shell_words.hpp"

#include <praxis/error.hpp>

#include <utility>

namespace praxis {

namespace {

class Words {
  public:
    std::vector<std::string> split(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char letter = text[at];
            if (letter == '\\' && quote_ != '\'' && at + 1 < text.size()) {
                at += escape(text[at + 1]);
            } else if (letter == quote_) {
                quote_ = '\0';
            } else if (quote_ == '\0' && (letter == '"' || letter == '\'')) {
                quote_ = letter;
                begun_ = true;
            } else if (quote_ == '\0' && (letter == ' ' || letter == '\t' || letter == '\n')) {
                end_word();
            } else {
                add(letter);
            }
        }
        end_word();
        return std::move(words_);
    }

    [[nodiscard]] bool is_open() const { return quote_ != '\0'; }

  private:
    /// Reads what follows a backslash. Inside double quotes it is a letter, except before the
    /// characters that are special there. Returns how many characters it read.
    std::size_t escape(char next) {
        const bool is_special = next == '"' || next == '\\' || next == '$' || next == '`';
        if (quote_ == '"' && !is_special) {
            add('\\');
            return 0;
        }
        add(next);
        return 1;
    }

    void add(char letter) {
        word_ += letter;
        begun_ = true;
    }

    void end_word() {
        if (std::exchange(begun_, false)) {
            words_.push_back(std::exchange(word_, {}));
        }
    }

    std::vector<std::string> words_;
    std::string word_;
    char quote_ = '\0'; // the mark that closes the quotation
    bool begun_ = false;
};

} // namespace

std::vector<std::string> split_shell_words(std::string_view text, std::string_view name) {
    Words words;
    auto command = words.split(text);
    if (words.is_open()) {
        throw UsageError(std::string{name} + ": a quotation mark is not closed");
    }
    return command;
}

} // namespace praxis
