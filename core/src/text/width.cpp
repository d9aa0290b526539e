// SPDX-License-Identifier: MIT
#include "code_points.hpp"
#include "word_parts.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace praxis {

using namespace unicode;

namespace {

/// A user-perceived character (Unicode Standard Annex 29).
struct Grapheme {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t width = 0;
};

std::size_t width_of(CodePoint code) {
    if (code == no_code_point || is_printable_ascii(code)) {
        return 1;
    }
    // utf8proc counts a soft hyphen as one column, because some terminals draw it.
    return static_cast<std::size_t>(std::max(utf8proc_charwidth(code), 0));
}

std::vector<Grapheme> graphemes(std::string_view text) {
    std::vector<Grapheme> result;
    CodePoint before = no_code_point;
    utf8proc_int32_t state = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto step = step_at(text, at);
        at += step.size;
        // Bytes that are not UTF-8 stand alone, and so do the letters of ASCII.
        const bool alone = step.code == no_code_point || before == no_code_point ||
                           (is_printable_ascii(step.code) && is_printable_ascii(before));
        const bool begins = alone || utf8proc_grapheme_break_stateful(before, step.code, &state);
        if (alone) {
            state = 0;
        }
        const auto width = width_of(step.code);
        if (begins || result.empty()) {
            result.push_back({step.begin, at, width});
        } else {
            auto& last = result.back();
            last.end = at;
            last.width = std::max(last.width, width);
            // Two regional indicators are one flag; the presentation selector requests an emoji.
            const bool flag = within(step.code, 0x1F1E6, 0x1F1FF);
            if (flag || step.code == emoji_presentation) {
                last.width = 2;
            }
        }
        before = step.code;
    }
    return result;
}

/// Fills lines with one paragraph, a text without line feeds.
class Filler {
  public:
    Filler(std::vector<std::string>& lines, std::size_t columns)
        : lines_(lines), columns_(columns) {}

    void fill(std::string_view paragraph) {
        const auto pieces = graphemes(paragraph);
        for (std::size_t i = 0; i < pieces.size();) {
            const bool blank = is_blank(paragraph, pieces[i]);
            auto end = i;
            std::size_t width = 0;
            while (end < pieces.size() && is_blank(paragraph, pieces[end]) == blank) {
                width += pieces[end++].width;
            }
            if (blank) {
                gap_ = paragraph.substr(pieces[i].begin, pieces[end - 1].end - pieces[i].begin);
                gap_width_ = width;
            } else {
                place(
                    paragraph,
                    {pieces.begin() + static_cast<std::ptrdiff_t>(i),
                     pieces.begin() + static_cast<std::ptrdiff_t>(end)},
                    width
                );
            }
            i = end;
        }
        lines_.push_back(std::move(line_));
    }

  private:
    static bool is_blank(std::string_view paragraph, const Grapheme& piece) {
        return paragraph[piece.begin] == ' ' && piece.end == piece.begin + 1;
    }

    void place(std::string_view paragraph, const std::vector<Grapheme>& word, std::size_t width) {
        if (width_ + gap_width_ + width <= columns_) {
            line_ += gap_;
            width_ += gap_width_;
        } else if (width_ > 0) {
            break_line();
        }
        const auto begin = word.front().begin;
        std::size_t placed = 0;
        for (const auto part : parts_of_word(paragraph.substr(begin, word.back().end - begin))) {
            if (width_ > 0 && width_ + display_width(part) > columns_) {
                break_line();
            }
            const auto end = static_cast<std::size_t>(part.data() - paragraph.data()) + part.size();
            for (; placed < word.size() && word[placed].end <= end; ++placed) {
                place(paragraph, word[placed]);
            }
        }
        gap_ = {};
        gap_width_ = 0;
    }

    /// Only a part that is wider than a line is cut.
    void place(std::string_view paragraph, const Grapheme& piece) {
        if (width_ > 0 && width_ + piece.width > columns_) {
            break_line();
        }
        line_ += paragraph.substr(piece.begin, piece.end - piece.begin);
        width_ += piece.width;
    }

    void break_line() {
        lines_.push_back(std::exchange(line_, {}));
        width_ = 0;
    }

    std::vector<std::string>& lines_;
    std::size_t columns_;
    std::string line_;
    std::size_t width_ = 0;
    std::string_view gap_; // the spaces before the next word
    std::size_t gap_width_ = 0;
};

} // namespace

std::size_t display_width(std::string_view text) {
    if (is_plain_ascii(text)) {
        return text.size();
    }
    std::size_t width = 0;
    for (const auto& grapheme : graphemes(text)) {
        width += grapheme.width;
    }
    return width;
}

std::string truncate_to_width(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) {
        return std::string{text};
    }
    if (columns == 0) {
        return {};
    }
    std::size_t width = 1; // width of the ellipsis
    std::size_t end = 0;
    for (const auto& grapheme : graphemes(text)) {
        if (width + grapheme.width > columns) {
            break;
        }
        width += grapheme.width;
        end = grapheme.end;
    }
    return std::string{text.substr(0, end)} + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    for (const auto& paragraph : split(text, '\n')) {
        Filler{lines, std::max<std::size_t>(columns, 1)}.fill(paragraph);
    }
    return lines;
}

} // namespace praxis
