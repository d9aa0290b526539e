// SPDX-License-Identifier: MIT
#include "show/note_body_chart.hpp"

#include "show/note_facts.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

const Value::Array& rows_of(const Value* list) {
    static const Value::Array none;
    return list != nullptr && list->is_array() ? list->as_array() : none;
}

/// A to Z, then AA, AB and so on.
std::string letters(std::size_t index) {
    constexpr std::size_t alphabet = 26;
    const std::string last(1, static_cast<char>('A' + index % alphabet));
    return index < alphabet ? last : letters(index / alphabet - 1) + last;
}

void add_mark(BodyChart& chart, const Value& row, BodyChart::Mark mark) {
    mark.region = row.text_at("region");
    mark.side = row.text_at("side");
    if (!mark.region.empty()) {
        chart.marks.push_back(std::move(mark));
    }
}

std::string work_words(const ReadableNote& readable, const Value& block) {
    auto words = readable.templates.technique_name(block.text_at("technique"));
    if (const auto* minutes = block.find("minutes")) {
        words += ", " + minutes->plain() + " min";
    }
    return words;
}

/// "tone high, tenderness 3 of 4"; what was written freely needs no label.
std::string finding_words(const std::vector<Field>& columns, const Value& finding) {
    std::vector<std::string> words;
    for (const auto& column : columns) {
        const auto* value = finding.find(column.name);
        if (value == nullptr || value->is_null() || column.name == "region" ||
            column.name == "side") {
            continue;
        }
        const bool labelled = column.name != "text";
        words.push_back((labelled ? column.name + " " : "") + shown(*value, &column));
    }
    return join(words, ", ");
}

} // namespace

std::optional<BodyChart> body_chart_of(const ReadableNote& readable) {
    BodyChart chart;
    const auto& body = readable.note.body;
    const auto& blocks = rows_of(body.find("block"));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        add_mark(
            chart,
            blocks[i],
            {.label = std::to_string(i + 1),
             .kind = BodyChart::Kind::work,
             .text = work_words(readable, blocks[i])}
        );
    }
    const auto* objective = body.find("objective");
    const auto* part = readable.templates.find_part("objective");
    const auto* table = part == nullptr ? nullptr : find_field(part->fields, "finding");
    const auto& findings = rows_of(objective == nullptr ? nullptr : objective->find("finding"));
    for (std::size_t i = 0; i < findings.size(); ++i) {
        add_mark(
            chart,
            findings[i],
            {.label = letters(i),
             .kind = BodyChart::Kind::finding,
             .text = table == nullptr ? "" : finding_words(table->columns, findings[i])}
        );
    }
    return chart.marks.empty() ? std::nullopt : std::optional{std::move(chart)};
}

} // namespace praxis::soap
