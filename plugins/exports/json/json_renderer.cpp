// SPDX-License-Identifier: MIT
#include "json/json_renderer.hpp"

#include <utility>

namespace praxis::exports::json {
namespace {

using Object = Value::Object;

Value list(const std::vector<std::string>& texts) {
    return Value::Array{texts.begin(), texts.end()};
}

const char* word_of(Tone tone) {
    switch (tone) {
    case Tone::small:
        return "small";
    case Tone::remark:
        return "remark";
    case Tone::warning:
        return "warning";
    case Tone::quote:
        return "quote";
    case Tone::normal:
        break;
    }
    return "normal";
}

Value value_of(const Heading& heading) {
    return Object{{"is", "heading"}, {"level", heading.level}, {"text", heading.text}};
}

Value value_of(const Paragraph& paragraph) {
    return Object{{"is", "paragraph"}, {"tone", word_of(paragraph.tone)}, {"text", paragraph.text}};
}

Value value_of(const Facts& facts) {
    Value::Array items;
    for (const auto& [label, value] : facts.items) {
        items.emplace_back(Object{{"label", label}, {"value", value}});
    }
    return Object{{"is", "facts"}, {"items", std::move(items)}};
}

Value value_of(const Bullets& bullets) {
    return Object{
        {"is", "bullets"}, {"numbered", bullets.numbered}, {"items", list(bullets.items)}};
}

Value value_of(const Grid& grid) {
    Value::Array columns;
    for (const auto& column : grid.columns) {
        columns.emplace_back(Object{
            {"title", column.title}, {"align", column.align == Align::right ? "right" : "left"}});
    }
    Value::Array rows;
    for (const auto& row : grid.rows) {
        rows.push_back(list(row));
    }
    return Object{
        {"is", "grid"},
        {"caption", grid.caption},
        {"columns", std::move(columns)},
        {"rows", std::move(rows)}};
}

Value value_of(const LineChart& chart) {
    Value::Array all_series;
    for (const auto& series : chart.series) {
        Value::Array points;
        for (const auto& point : series.points) {
            points.emplace_back(Object{{"date", point.date.iso()}, {"value", point.value}});
        }
        all_series.emplace_back(Object{{"name", series.name}, {"points", std::move(points)}});
    }
    return Object{
        {"is", "line-chart"},
        {"title", chart.title},
        {"unit", chart.unit},
        {"lowest", chart.lowest},
        {"highest", chart.highest},
        {"series", std::move(all_series)}};
}

Value value_of(const BodyChart& chart) {
    Value::Array marks;
    for (const auto& mark : chart.marks) {
        marks.emplace_back(Object{
            {"label", mark.label},
            {"kind", mark.kind == BodyChart::Kind::work ? "work" : "finding"},
            {"region", mark.region},
            {"side", mark.side},
            {"text", mark.text}});
    }
    return Object{{"is", "body-chart"}, {"title", chart.title}, {"marks", std::move(marks)}};
}

Value value_of(const SignatureLine& signature) {
    return Object{
        {"is", "signature-line"}, {"name", signature.name}, {"signed_at", signature.signed_at}};
}

Value value_of(const PageBreak&) {
    return Object{{"is", "page-break"}};
}

Value value_of(const TableOfContents&) {
    return Object{{"is", "table-of-contents"}};
}

} // namespace

Value value_of(const Document& document) {
    Value::Array blocks;
    for (const auto& block : document.blocks) {
        blocks.push_back(std::visit([](const auto& kind) { return value_of(kind); }, block));
    }
    return Object{
        {"title", document.title},
        {"subtitle", document.subtitle},
        {"letterhead", list(document.letterhead)},
        {"footer", document.footer},
        {"watermark", document.watermark},
        {"language", document.language},
        {"author", document.author},
        {"created", document.created.iso()},
        {"blocks", std::move(blocks)}};
}

std::string render(const Document& document, Paper) {
    return to_json(value_of(document), 2) + "\n";
}

} // namespace praxis::exports::json
