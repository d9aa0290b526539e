// SPDX-License-Identifier: MIT
#include "letter/letter_group.hpp"

#include "fields.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

std::string lower_first(std::string text) {
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    }
    return text;
}

/// Columns whose values are clear without the title.
bool needs_no_title(const std::string& title) {
    static const std::vector<std::string> titles{
        "Dose", "Kind", "Note", "Reaction", "Remarks", "Severity", "Status"};
    return std::find(titles.begin(), titles.end(), title) != titles.end();
}

/// "asthma (active, since 2019)": the first cell, then the others, each with the title of its
/// column where it needs one.
std::string row_as_line(const Grid& grid, const std::vector<std::string>& row) {
    std::vector<std::string> remarks;
    for (std::size_t i = 1; i < row.size(); ++i) {
        const auto title = i < grid.columns.size() ? grid.columns[i].title : std::string{};
        if (!row[i].empty()) {
            remarks.push_back(
                title.empty() || needs_no_title(title) ? row[i] : lower_first(title) + " " + row[i]
            );
        }
    }
    const auto first = row.empty() ? std::string{} : row.front();
    return remarks.empty() ? first : first + " (" + join(remarks, ", ") + ")";
}

bool fits_lines(const Block& block) {
    return std::holds_alternative<Paragraph>(block) || std::holds_alternative<Facts>(block) ||
           std::holds_alternative<Bullets>(block) || std::holds_alternative<Grid>(block);
}

class BriefWriter {
  public:
    std::vector<Block> write(const std::vector<LetterPart>& parts) {
        for (const auto& part : parts) {
            if (part.as_table) {
                end_lines();
                append(part.blocks);
            } else if (std::all_of(part.blocks.begin(), part.blocks.end(), fits_lines)) {
                write_lines(part);
            } else {
                end_lines();
                blocks_.emplace_back(Heading{3, part.title});
                append(part.blocks);
            }
        }
        end_lines();
        auto blocks = std::move(warnings_);
        blocks.insert(blocks.end(), blocks_.begin(), blocks_.end());
        return blocks;
    }

  private:
    void append(const std::vector<Block>& blocks) {
        blocks_.insert(blocks_.end(), blocks.begin(), blocks.end());
    }

    void end_lines() {
        if (!facts_.items.empty()) {
            blocks_.emplace_back(std::exchange(facts_, {}));
        }
    }

    void write_lines(const LetterPart& part) {
        std::vector<std::string> lines;
        Facts own;
        // Sentences follow each other; entries of a list each begin a line.
        const bool is_prose =
            std::all_of(part.blocks.begin(), part.blocks.end(), [](const Block& block) {
                return std::holds_alternative<Paragraph>(block);
            });
        for (const auto& block : part.blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
                if (paragraph->tone == Tone::warning) {
                    warnings_.push_back(block);
                } else {
                    lines.push_back(paragraph->text);
                }
            } else if (const auto* facts = std::get_if<Facts>(&block)) {
                own.items.insert(own.items.end(), facts->items.begin(), facts->items.end());
            } else if (const auto* bullets = std::get_if<Bullets>(&block)) {
                lines.insert(lines.end(), bullets->items.begin(), bullets->items.end());
            } else if (const auto* grid = std::get_if<Grid>(&block)) {
                for (const auto& row : grid->rows) {
                    lines.push_back(row_as_line(*grid, row));
                }
            }
        }
        if (!lines.empty()) {
            facts_.items.emplace_back(part.title, join(lines, is_prose ? " " : "\n"));
        }
        facts_.items.insert(facts_.items.end(), own.items.begin(), own.items.end());
    }

    std::vector<Block> warnings_;
    Facts facts_; // lines that follow each other
    std::vector<Block> blocks_;
};

} // namespace

std::vector<Block> write_briefly(const std::vector<LetterPart>& parts) {
    return BriefWriter{}.write(parts);
}

} // namespace praxis::referrals
