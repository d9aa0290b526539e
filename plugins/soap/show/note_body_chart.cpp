// SPDX-License-Identifier: MIT
#include "show/note_body_chart.hpp"

#include "note/note_body.hpp"
#include "show/note_facts.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

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

/// "Deep tissue massage, 20 min"
std::string describe_work(const ReadableNote& readable, const NoteBlock& block) {
    auto text = readable.templates.technique_name(block.technique());
    if (const auto minutes = block.minutes()) {
        text += ", " + std::to_string(minutes->count()) + " min";
    }
    return text;
}

/// "tone high, tenderness 3 of 4"; remarks need no label.
std::string describe_finding(const std::vector<Field>& columns, const Value& finding) {
    std::vector<std::string> facts;
    for (const auto& column : columns) {
        const auto* value = finding.find(column.name);
        if (value == nullptr || value->is_null() || column.name == "region" ||
            column.name == "side") {
            continue;
        }
        const bool labelled = column.name != "text";
        facts.push_back((labelled ? column.name + " " : "") + format_value(*value, &column));
    }
    return join(facts, ", ");
}

} // namespace

std::optional<BodyChart> body_chart_of(const ReadableNote& readable) {
    BodyChart chart;
    const NoteBody body{readable.note.body};
    for (const auto& block : body.blocks()) {
        add_mark(
            chart,
            block.table(),
            {.label = std::to_string(block.number()),
             .kind = BodyChart::Kind::work,
             .text = describe_work(readable, block)}
        );
    }
    const auto* part = readable.templates.find_part("objective");
    const auto* table = part == nullptr ? nullptr : find_field(part->fields, "finding");
    const auto& findings = body.findings();
    for (std::size_t i = 0; i < findings.size(); ++i) {
        add_mark(
            chart,
            findings[i],
            {.label = letters(i),
             .kind = BodyChart::Kind::finding,
             .text = table == nullptr ? "" : describe_finding(table->columns, findings[i])}
        );
    }
    return chart.marks.empty() ? std::nullopt : std::optional{std::move(chart)};
}

} // namespace praxis::soap
