// SPDX-License-Identifier: MIT
#include "letter/letter_diff.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace praxis::referrals {
namespace {

struct Section {
    std::string title;
    std::vector<std::string> lines;
};

/// A letter as lines of text under its headings.
class Reader {
  public:
    std::vector<Section> read(const Document& document) {
        sections_.push_back({"Receiver and subject", {}});
        if (document.letter) {
            add(join(document.letter->receiver, ", "));
            add(document.letter->alarm);
            add(join(document.letter->purpose, ", "));
        }
        for (const auto& block : document.blocks) {
            std::visit(*this, block);
        }
        return std::move(sections_);
    }

    void operator()(const Heading& heading) {
        if (heading.level == 1) {
            add(heading.text);
        } else {
            sections_.push_back({heading.text, {}});
        }
    }

    void operator()(const Paragraph& paragraph) { add(paragraph.text); }

    void operator()(const Facts& facts) {
        for (const auto& [label, value] : facts.items) {
            add(label + ": " + value);
        }
    }

    void operator()(const Bullets& bullets) {
        for (const auto& item : bullets.items) {
            add(item);
        }
    }

    void operator()(const Grid& grid) {
        std::vector<std::string> titles;
        for (const auto& column : grid.columns) {
            titles.push_back(column.title);
        }
        add_row(titles);
        for (const auto& row : grid.rows) {
            add_row(row);
        }
    }

    void operator()(const BodyChart& chart) {
        for (const auto& mark : chart.marks) {
            const bool spreads = mark.kind == BodyChart::Kind::radiation;
            add((spreads ? "Body chart, spreads to " : "Body chart: ") +
                region_with_side(mark.region, mark.side));
        }
    }

    void operator()(const SignatureLine& signature) { add(signature.name); }

    // The table of the sessions has the values of the chart.
    void operator()(const LineChart&) {}

    void operator()(const Drawing&) {}

    void operator()(const Slip&) {}

    void operator()(const PageBreak&) {}

    void operator()(const TableOfContents&) {}

  private:
    void add(std::string text) {
        std::replace(text.begin(), text.end(), '\n', ' ');
        if (!text.empty()) {
            sections_.back().lines.push_back(std::move(text));
        }
    }

    void add_row(const std::vector<std::string>& cells) {
        std::vector<std::string> present;
        std::copy_if(cells.begin(), cells.end(), std::back_inserter(present), [](const auto& cell) {
            return !cell.empty();
        });
        add(join(present, " | "));
    }

    std::vector<Section> sections_;
};

const Section* find_section(const std::vector<Section>& sections, const std::string& title) {
    const auto found = std::find_if(sections.begin(), sections.end(), [&title](const auto& one) {
        return one.title == title;
    });
    return found == sections.end() ? nullptr : &*found;
}

/// The lines of `from` that `other` does not have.
void add_changes(
    std::vector<LetterChange>& changes, const Section* from, const Section* other, bool is_new
) {
    if (from == nullptr) {
        return;
    }
    for (const auto& line : from->lines) {
        const bool kept =
            other != nullptr &&
            std::find(other->lines.begin(), other->lines.end(), line) != other->lines.end();
        if (!kept) {
            changes.push_back({from->title, is_new, line});
        }
    }
}

} // namespace

std::vector<LetterChange> compare_letters(const Document& before, const Document& now) {
    const auto old_sections = Reader{}.read(before);
    const auto new_sections = Reader{}.read(now);
    std::vector<LetterChange> changes;
    for (const auto& section : new_sections) {
        const auto* old = find_section(old_sections, section.title);
        add_changes(changes, old, &section, false);
        add_changes(changes, &section, old, true);
    }
    for (const auto& section : old_sections) {
        if (find_section(new_sections, section.title) == nullptr) {
            add_changes(changes, &section, nullptr, false);
        }
    }
    return changes;
}

} // namespace praxis::referrals
