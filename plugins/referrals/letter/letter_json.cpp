// SPDX-License-Identifier: MIT
#include "letter/letter_json.hpp"

#include "fields.hpp"

#include <praxis/error.hpp>

#include <array>
#include <limits>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::int64_t format = 1;

constexpr std::array<std::pair<Tone, std::string_view>, 5> tones{{
    {Tone::normal, "normal"},
    {Tone::small, "small"},
    {Tone::remark, "remark"},
    {Tone::warning, "warning"},
    {Tone::quote, "quote"},
}};

[[noreturn]] void throw_newer(const std::string& what) {
    throw PluginError(
        "this letter holds " + what + ", which this version of the plugin 'referrals' cannot read",
        "praxis plugin info referrals"
    );
}

Value word_of(Tone tone) {
    for (const auto& [known, word] : tones) {
        if (known == tone) {
            return word;
        }
    }
    return tones.front().second;
}

Tone tone_of(const std::string& word) {
    for (const auto& [tone, known] : tones) {
        if (known == word) {
            return tone;
        }
    }
    throw_newer("a paragraph of the kind '" + word + "'");
}

// --- blocks to values -------------------------------------------------------------------------

Value to_value(const Heading& block) {
    return Value::Object{{"is", "heading"}, {"level", block.level}, {"text", block.text}};
}

Value to_value(const Paragraph& block) {
    return Value::Object{{"is", "paragraph"}, {"tone", word_of(block.tone)}, {"text", block.text}};
}

Value to_value(const Facts& block) {
    Value::Array items;
    for (const auto& [label, fact] : block.items) {
        items.emplace_back(Value::Array{label, fact});
    }
    return Value::Object{{"is", "facts"}, {"items", std::move(items)}};
}

Value to_value(const Bullets& block) {
    return Value::Object{
        {"is", "bullets"}, {"numbered", block.numbered}, {"items", list_value(block.items)}};
}

Value to_value(const Grid& block) {
    Value::Array columns;
    for (const auto& column : block.columns) {
        columns.emplace_back(Value::Object{
            {"title", column.title}, {"right", column.align == Align::right}});
    }
    Value::Array rows;
    for (const auto& row : block.rows) {
        rows.push_back(list_value(row));
    }
    return Value::Object{
        {"is", "grid"},
        {"caption", block.caption},
        {"columns", std::move(columns)},
        {"rows", std::move(rows)}};
}

Value to_value(const LineChart& block) {
    Value::Array all_series;
    for (const auto& series : block.series) {
        Value::Array points;
        for (const auto& point : series.points) {
            points.emplace_back(Value::Array{point.date.iso(), point.value});
        }
        all_series.emplace_back(Value::Object{{"name", series.name}, {"points", std::move(points)}}
        );
    }
    return Value::Object{
        {"is", "line-chart"},
        {"title", block.title},
        {"unit", block.unit},
        {"lowest", block.lowest},
        {"highest", block.highest},
        {"series", std::move(all_series)}};
}

Value to_value(const BodyChart& block) {
    Value::Array marks;
    for (const auto& mark : block.marks) {
        marks.emplace_back(Value::Object{
            {"label", mark.label},
            {"finding", mark.kind == BodyChart::Kind::finding},
            {"region", mark.region},
            {"side", mark.side},
            {"text", mark.text}});
    }
    return Value::Object{{"is", "body-chart"}, {"title", block.title}, {"marks", std::move(marks)}};
}

Value to_value(const SignatureLine& block) {
    return Value::Object{
        {"is", "signature-line"}, {"name", block.name}, {"signed_at", block.signed_at}};
}

Value to_value(const PageBreak&) {
    return Value::Object{{"is", "page-break"}};
}

Value to_value(const TableOfContents&) {
    return Value::Object{{"is", "table-of-contents"}};
}

// --- values to blocks -------------------------------------------------------------------------

const Value::Array& list_at(const Value& value, std::string_view key) {
    static const Value::Array none;
    const auto* list = value.find(key);
    return list != nullptr && list->is_array() ? list->as_array() : none;
}

bool flag_at(const Value& value, std::string_view key) {
    const auto* flag = value.find(key);
    return flag != nullptr && flag->is_bool() && flag->as_bool();
}

double number_at(const Value& value, std::string_view key) {
    const auto* number = value.find(key);
    return number != nullptr && number->is_number() ? number->as_number() : 0;
}

std::int64_t whole_number_at(const Value& value, std::string_view key) {
    const auto* number = value.find(key);
    return number != nullptr && number->is_integer() ? number->as_integer() : 0;
}

Facts facts_of(const Value& value) {
    Facts facts;
    for (const auto& item : list_at(value, "items")) {
        const auto& pair = item.as_array();
        facts.items.emplace_back(pair.at(0).plain(), pair.at(1).plain());
    }
    return facts;
}

Grid grid_of(const Value& value) {
    Grid grid;
    grid.caption = value.text_at("caption");
    for (const auto& column : list_at(value, "columns")) {
        grid.columns.push_back(
            {column.text_at("title"), flag_at(column, "right") ? Align::right : Align::left}
        );
    }
    for (const auto& row : list_at(value, "rows")) {
        auto& cells = grid.rows.emplace_back();
        for (const auto& cell : row.as_array()) {
            cells.push_back(cell.plain());
        }
    }
    return grid;
}

LineChart chart_of(const Value& value) {
    LineChart chart;
    chart.title = value.text_at("title");
    chart.unit = value.text_at("unit");
    chart.lowest = number_at(value, "lowest");
    chart.highest = number_at(value, "highest");
    for (const auto& one : list_at(value, "series")) {
        auto& series = chart.series.emplace_back();
        series.name = one.text_at("name");
        for (const auto& point : list_at(one, "points")) {
            const auto& pair = point.as_array();
            series.points.push_back(
                {Date::from_iso(pair.at(0).plain()).value_or(Date{}), pair.at(1).as_number()}
            );
        }
    }
    return chart;
}

BodyChart body_chart_of(const Value& value) {
    BodyChart chart;
    chart.title = value.text_at("title");
    for (const auto& mark : list_at(value, "marks")) {
        const bool finding = flag_at(mark, "finding");
        chart.marks.push_back(
            {mark.text_at("label"),
             mark.text_at("region"),
             mark.text_at("side"),
             finding ? BodyChart::Kind::finding : BodyChart::Kind::work,
             mark.text_at("text")}
        );
    }
    return chart;
}

Block block_of(const Value& value) {
    const auto kind = value.text_at("is");
    if (kind == "heading") {
        return Heading{static_cast<int>(whole_number_at(value, "level")), value.text_at("text")};
    }
    if (kind == "paragraph") {
        return Paragraph{value.text_at("text"), tone_of(value.text_at("tone"))};
    }
    if (kind == "facts") {
        return facts_of(value);
    }
    if (kind == "bullets") {
        return Bullets{value.texts_at("items"), flag_at(value, "numbered")};
    }
    if (kind == "grid") {
        return grid_of(value);
    }
    if (kind == "line-chart") {
        return chart_of(value);
    }
    if (kind == "body-chart") {
        return body_chart_of(value);
    }
    if (kind == "signature-line") {
        return SignatureLine{value.text_at("name"), value.text_at("signed_at")};
    }
    if (kind == "page-break") {
        return PageBreak{};
    }
    if (kind == "table-of-contents") {
        return TableOfContents{};
    }
    throw_newer("a block of the kind '" + kind + "'");
}

Value blocks_to_value(const std::vector<Block>& blocks) {
    Value::Array list;
    for (const auto& block : blocks) {
        list.push_back(std::visit([](const auto& kind) { return to_value(kind); }, block));
    }
    return list;
}

std::vector<Block> blocks_at(const Value& value) {
    std::vector<Block> blocks;
    for (const auto& block : list_at(value, "blocks")) {
        blocks.push_back(block_of(block));
    }
    return blocks;
}

} // namespace

Value document_to_value(const Document& document) {
    return Value::Object{
        {"title", document.title},
        {"subtitle", document.subtitle},
        {"letterhead", list_value(document.letterhead)},
        {"footer", document.footer},
        {"watermark", document.watermark},
        {"language", document.language},
        {"author", document.author},
        {"created",
         Value::Object{
             {"utc_seconds",
              static_cast<std::int64_t>(document.created.instant.time_since_epoch().count())},
             {"offset_minutes", static_cast<std::int64_t>(document.created.offset.count())}}},
        {"blocks", blocks_to_value(document.blocks)}};
}

Document document_from_value(const Value& value) {
    Document document;
    document.title = value.text_at("title");
    document.subtitle = value.text_at("subtitle");
    document.letterhead = value.texts_at("letterhead");
    document.footer = value.text_at("footer");
    document.watermark = value.text_at("watermark");
    document.language = value.text_at("language");
    document.author = value.text_at("author");
    if (const auto* created = value.find("created")) {
        document.created = {
            Instant{std::chrono::seconds{whole_number_at(*created, "utc_seconds")}},
            Minutes{whole_number_at(*created, "offset_minutes")}};
    }
    document.blocks = blocks_at(value);
    return document;
}

std::string letter_to_json(const Document& document, const std::vector<LetterPart>& parts) {
    Value::Array listed;
    for (const auto& part : parts) {
        listed.emplace_back(Value::Object{
            {"name", part.name},
            {"title", part.title},
            {"loinc", part.loinc},
            {"blocks", blocks_to_value(part.blocks)}});
    }
    return to_json(Value::Object{
        {"format", format}, {"document", document_to_value(document)}, {"parts", std::move(listed)}}
    );
}

FrozenLetter letter_from_json(const std::string& json) {
    const auto value = parse_json(json, "the letter that was sent");
    if (whole_number_at(value, "format") != format) {
        throw_newer("another format");
    }
    FrozenLetter letter;
    if (const auto* document = value.find("document")) {
        letter.document = document_from_value(*document);
    }
    for (const auto& part : list_at(value, "parts")) {
        letter.parts.push_back(
            {part.text_at("name"), part.text_at("title"), part.text_at("loinc"), blocks_at(part)}
        );
    }
    return letter;
}

} // namespace praxis::referrals
