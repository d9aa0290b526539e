// SPDX-License-Identifier: MIT
#include "help/manual_page.hpp"

#include "help/markdown.hpp"
#include "text/code_points.hpp"

#include <praxis/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <utility>

namespace praxis::help {
namespace {

constexpr std::size_t source_width = 100; // of a line of the source; a reader never sees it

/// In code, signs keep the shape that a shell needs when they are copied.
std::string escaped(std::string_view text, bool is_code) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto step = unicode::step_at(text, at);
        const bool long_option =
            text.substr(at).starts_with("--") || text.substr(0, at).ends_with('-');
        if (step.code == '\\') {
            result += "\\e";
        } else if (step.code == '-' && (is_code || long_option)) {
            result += "\\-";
        } else if (is_code && step.code == '\'') {
            result += "\\(aq";
        } else if (is_code && (step.code == '`' || step.code == '^' || step.code == '~')) {
            result += step.code == '`' ? "\\(ga" : step.code == '^' ? "\\(ha" : "\\(ti";
        } else if (step.code > 0x7E) {
            result += fmt::format("\\[u{:04X}]", step.code);
        } else {
            result += text.substr(at, step.size);
        }
        at += step.size;
    }
    return result;
}

/// A line that begins with a full stop or an apostrophe would be a macro.
std::string as_text_line(const std::string& line) {
    return line.starts_with('.') || line.starts_with('\'') ? "\\&" + line : line;
}

/// A word behind a macro: not to be taken for another macro ("No", "An") or for punctuation.
std::string macro_word(const std::string& word) {
    auto result = escaped(word, true);
    for (auto at = result.find('"'); at != std::string::npos; at = result.find('"', at)) {
        result.replace(at, 1, "\\(dq");
    }
    const auto first = static_cast<unsigned char>(word.front());
    const bool like_macro = (word.size() <= 3 && std::isupper(first) != 0) ||
                            (word.size() == 1 && std::isalnum(first) == 0);
    return like_macro ? "\\&" + result : result;
}

std::string macro_words(const std::string& text) {
    std::vector<std::string> words;
    for (const auto& word : split(text, ' ')) {
        if (!word.empty()) {
            words.push_back(macro_word(word));
        }
    }
    return join(words, " ");
}

/// "-d, --date DATE" -> "Fl d , Fl -date Ar DATE"
std::string term_macros(const std::string& term) {
    std::string macros;
    for (auto word : split(term, ' ')) {
        const bool comma = word.ends_with(',');
        if (comma) {
            word.pop_back();
        }
        macros += macros.empty() ? "" : " ";
        if (word == "...") {
            macros += "\\&...";
        } else if (word.starts_with('-')) {
            macros += "Fl " + escaped(word.substr(1), true);
        } else {
            macros += "Ar " + macro_word(word);
        }
        macros += comma ? " ," : "";
    }
    return macros;
}

/// Sentences begin on a new line, so that roff puts the right space behind a full stop.
std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    for (auto at = text.find(". "); at != std::string::npos; at = text.find(". ", at + 1)) {
        const bool capital = at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
        if (capital) {
            sentences.push_back(text.substr(begin, at + 1 - begin));
            begin = at + 2;
        }
    }
    sentences.push_back(text.substr(begin));
    return sentences;
}

class Manual {
  public:
    void line(const std::string& text) { text_ += text + "\n"; }

    void prose(const std::string& text) {
        for (const auto& sentence : sentences_of(text)) {
            std::string roff;
            for (const auto& span : split_spans(sentence)) {
                roff += span.is_code ? "\\fB" + escaped(span.text, true) + "\\fR"
                                     : escaped(span.text, false);
            }
            for (const auto& piece : wrap(roff, source_width)) {
                line(as_text_line(piece));
            }
        }
    }

    void literal(const std::vector<std::string>& lines) {
        line(".Bd -literal -offset indent");
        for (const auto& one : lines) {
            line(as_text_line(escaped(one, true)));
        }
        line(".Ed");
    }

    void markdown(const std::string& text);
    void part(const Part& part, const ManualName& page);

    std::string take() { return std::move(text_); }

  private:
    void block(const MarkdownBlock& block, bool space_above);
    void table(const std::vector<std::vector<std::string>>& rows);

    std::string text_;
};

/// Neighbouring items are one list.
void Manual::markdown(const std::string& text) {
    bool in_list = false;
    bool space_above = false; // nothing follows a heading at a distance
    for (const auto& one : read_markdown(text)) {
        const bool is_item = one.kind == MarkdownBlock::Kind::item;
        if (in_list && !is_item) {
            line(".El");
        } else if (!in_list && is_item) {
            line(one.marker == "-" ? ".Bl -bullet" : ".Bl -enum");
        }
        in_list = is_item;
        block(one, space_above);
        space_above = one.kind != MarkdownBlock::Kind::heading;
    }
    if (in_list) {
        line(".El");
    }
}

void Manual::block(const MarkdownBlock& block, bool space_above) {
    switch (block.kind) {
    case MarkdownBlock::Kind::heading:
        line(".Ss " + macro_words(block.text));
        break;
    case MarkdownBlock::Kind::table:
        table(block.rows);
        break;
    case MarkdownBlock::Kind::code:
        literal(split(std::string_view{block.text}.substr(0, block.text.size() - 1), '\n'));
        break;
    case MarkdownBlock::Kind::item:
        line(".It");
        prose(block.text);
        break;
    case MarkdownBlock::Kind::paragraph:
        if (space_above) {
            line(".Pp");
        }
        prose(block.text);
        break;
    }
}

/// Each row is a term, its second cell, and its other cells behind their titles.
void Manual::table(const std::vector<std::vector<std::string>>& rows) {
    line(".Bl -tag -width Ds");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::string term = rows[i].front();
        std::erase(term, '`');
        line(".It " + macro_words(term));
        for (std::size_t cell = 1; cell < std::min(rows[i].size(), rows.front().size()); ++cell) {
            const auto title = cell == 1 ? "" : with_capital(rows.front()[cell]) + ": ";
            prose(title + rows[i][cell] + ".");
        }
    }
    line(".El");
}

void Manual::part(const Part& part, const ManualName& page) {
    line(".Ss " + macro_words(part.title));
    line(".Bl -tag -width Ds");
    for (const auto& [term, meaning] : part.entries) {
        if (part.kind == Part::Kind::options) {
            line(".It " + term_macros(term));
        } else if (part.kind == Part::Kind::topics) {
            line(".It Xr praxis-" + term + " 7");
        } else {
            line(".It Xr " + page.name + "-" + term + " 1");
        }
        prose(meaning);
    }
    line(".El");
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::toupper(letter));
    });
    return text;
}

void write_head(Manual& manual, const Page& page, const ManualName& own) {
    manual.line(".\\\" Written by praxis __manual from the help of praxis.");
    manual.line(".Dd " PRAXIS_VERSION_DAY);
    manual.line(fmt::format(".Dt {} {}", upper(own.name), own.section));
    manual.line(".Os praxis " PRAXIS_VERSION);
    manual.line(".Sh NAME");
    manual.line(".Nm " + own.name);
    manual.line(".Nd " + macro_words(page.summary));
}

void write_synopsis(Manual& manual, const Page& page) {
    manual.line(".Sh SYNOPSIS");
    manual.line(".Nm " + page.name);
    for (const auto& word : page.usage) {
        const bool optional = word.starts_with('[');
        manual.line(
            optional ? ".Op " + term_macros(word.substr(1, word.size() - 2))
                     : "." + term_macros(word)
        );
    }
}

void write_description(Manual& manual, const Page& page, const ManualName& own) {
    manual.line(".Sh DESCRIPTION");
    if (page.details.empty()) {
        manual.prose(with_capital(page.summary) + ".");
    }
    manual.markdown(page.details);
    for (const auto& part : page.parts) {
        manual.part(part, own);
    }
}

void write_exits(Manual& manual, const std::vector<ExitMeaning>& exits) {
    manual.line(".Sh EXIT STATUS");
    manual.line(".Bl -tag -width Ds");
    for (const auto& [exit, meaning] : exits) {
        manual.line(".It " + std::to_string(static_cast<int>(exit)));
        manual.prose(meaning);
    }
    manual.line(".El");
}

void write_see_also(Manual& manual, std::set<ManualName> others) {
    manual.line(".Sh SEE ALSO");
    while (!others.empty()) {
        const auto other = others.extract(others.begin()).value();
        const auto* comma = others.empty() ? "" : " ,";
        manual.line(fmt::format(".Xr {} {}{}", other.name, other.section, comma));
    }
}

} // namespace

ManualName manual_name(const Page& page) {
    auto name = page.is_topic ? "praxis-" + page.name : page.name;
    std::ranges::replace(name, ' ', '-');
    return {page.is_topic ? 7 : 1, name};
}

std::string manual_of(const Page& page, const ManualName& parent) {
    const auto own = manual_name(page);
    Manual manual;
    write_head(manual, page, own);
    if (!page.is_topic) {
        write_synopsis(manual, page);
    }
    write_description(manual, page, own);
    if (!page.exits.empty()) {
        write_exits(manual, page.exits);
    }
    if (!page.examples.empty()) {
        manual.line(".Sh EXAMPLES");
        manual.literal(page.examples);
    }
    std::set<ManualName> others{parent, {1, "praxis"}, {7, "praxis-exit-codes"}};
    others.erase(own);
    write_see_also(manual, std::move(others));
    return manual.take();
}

} // namespace praxis::help
