// SPDX-License-Identifier: MIT
#include <praxis/document_json.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace praxis {
namespace {

using Object = Value::Object;

constexpr std::array<std::pair<Tone, std::string_view>, 6> tones{{
    {Tone::normal, "normal"},
    {Tone::small, "small"},
    {Tone::remark, "remark"},
    {Tone::warning, "warning"},
    {Tone::quote, "quote"},
    {Tone::question, "question"},
}};

using Kind = BodyChart::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 4> mark_kinds{{
    {Kind::work, "work"},
    {Kind::finding, "finding"},
    {Kind::pain, "pain"},
    {Kind::radiation, "radiation"},
}};

constexpr std::array<std::pair<DateForm, std::string_view>, 3> date_forms{{
    {DateForm::iso, "iso"},
    {DateForm::day_month_year, "day-month-year"},
    {DateForm::month_day_year, "month-day-year"},
}};

[[noreturn]] void refuse(const std::string& what) {
    throw Refused(
        "the document has " + what + ", which this version of praxis cannot read",
        "install the version of praxis that wrote it"
    );
}

// --- writing ----------------------------------------------------------------------------------

Value list_of(const std::vector<std::string>& texts) {
    return Value::Array{texts.begin(), texts.end()};
}

template <class Names, class Kind> std::string_view name_of(const Names& names, Kind kind) {
    const auto* found = std::find_if(names.begin(), names.end(), [kind](const auto& one) {
        return one.first == kind;
    });
    return found == names.end() ? names.front().second : found->second;
}

/// An object for each label and value.
Value pairs_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
    Value::Array items;
    for (const auto& [label, value] : pairs) {
        items.emplace_back(Object{{"label", label}, {"value", value}});
    }
    return items;
}

Value value_of(const Heading& heading) {
    return Object{{"is", "heading"}, {"level", heading.level}, {"text", heading.text}};
}

Value value_of(const Paragraph& paragraph) {
    return Object{
        {"is", "paragraph"}, {"tone", name_of(tones, paragraph.tone)}, {"text", paragraph.text}};
}

Value value_of(const Facts& facts) {
    return Object{{"is", "facts"}, {"items", pairs_of(facts.items)}};
}

Value value_of(const Bullets& bullets) {
    return Object{
        {"is", "bullets"}, {"numbered", bullets.numbered}, {"items", list_of(bullets.items)}};
}

Value value_of(const Grid& grid) {
    Value::Array columns;
    for (const auto& column : grid.columns) {
        columns.emplace_back(Object{
            {"title", column.title}, {"align", column.align == Align::right ? "right" : "left"}});
    }
    Value::Array rows;
    for (const auto& row : grid.rows) {
        rows.push_back(list_of(row));
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
    Value value = Object{
        {"is", "line-chart"},
        {"title", chart.title},
        {"unit", chart.unit},
        {"lowest", chart.lowest},
        {"highest", chart.highest},
        {"series", std::move(all_series)}};
    if (const auto& band = chart.band) {
        value["band"] =
            Object{{"lowest", band->lowest}, {"highest", band->highest}, {"name", band->name}};
    }
    for (const auto session : chart.sessions) {
        value["sessions"].push_back(session.iso());
    }
    if (chart.dates != DateForm::iso) {
        value["dates"] = name_of(date_forms, chart.dates);
    }
    return value;
}

Value value_of(const Drawing& drawing) {
    return Object{
        {"is", "drawing"},
        {"title", drawing.title},
        {"svg", drawing.svg},
        {"height_mm", drawing.height_mm}};
}

Value value_of(const BodyChart& chart) {
    Value::Array marks;
    for (const auto& mark : chart.marks) {
        marks.emplace_back(Object{
            {"label", mark.label},
            {"kind", name_of(mark_kinds, mark.kind)},
            {"region", mark.region},
            {"side", mark.side},
            {"text", mark.text}});
    }
    Value value = Object{{"is", "body-chart"}, {"title", chart.title}, {"marks", std::move(marks)}};
    if (chart.beside) {
        value["beside"] = true;
    }
    return value;
}

Value value_of(const Slip& slip) {
    Value::Array rows;
    for (const auto& row : slip.rows) {
        rows.emplace_back(Object{
            {"labels", list_of(row.labels)}, {"boxes", list_of(row.boxes)}, {"lines", row.lines}});
    }
    return Object{
        {"is", "slip"},
        {"title", slip.title},
        {"about", list_of(slip.about)},
        {"return_to", list_of(slip.return_to)},
        {"rows", std::move(rows)}};
}

Value value_of(const LetterFrame& letter) {
    return Object{
        {"receiver", list_of(letter.receiver)},
        {"alarm", letter.alarm},
        {"purpose", list_of(letter.purpose)},
        {"details", pairs_of(letter.details)},
        {"person", letter.person},
        {"contact", letter.contact}};
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

// --- reading ----------------------------------------------------------------------------------

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

Date date_of(const std::string& text) {
    const auto date = Date::from_iso(text);
    if (!date) {
        refuse("the date '" + visible(text) + "'");
    }
    return *date;
}

Date date_at(const Value& value, std::string_view key) {
    return date_of(value.text_at(key));
}

/// As ZonedTime::iso() writes it; an absent time is the epoch.
ZonedTime time_at(const Value& value, std::string_view key) {
    const auto text = value.text_at(key);
    const auto time = text.empty() ? std::optional{ZonedTime{}} : ZonedTime::from_iso(text);
    if (!time) {
        refuse("the time '" + visible(text) + "'");
    }
    return *time;
}

/// what  the names are of, for the refusal: "a paragraph of the tone"
template <class Names>
auto named(const Names& names, const std::string& name, const std::string& what) {
    const auto* found = std::find_if(names.begin(), names.end(), [&name](const auto& one) {
        return one.second == name;
    });
    if (found == names.end()) {
        refuse(what + " '" + visible(name) + "'");
    }
    return found->first;
}

std::vector<std::pair<std::string, std::string>>
pairs_at(const Value& value, std::string_view key) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& item : list_at(value, key)) {
        pairs.emplace_back(item.text_at("label"), item.text_at("value"));
    }
    return pairs;
}

Block heading_of(const Value& value) {
    return Heading{static_cast<int>(number_at(value, "level")), value.text_at("text")};
}

Block paragraph_of(const Value& value) {
    return Paragraph{
        value.text_at("text"), named(tones, value.text_at("tone"), "a paragraph of the tone")};
}

Block facts_of(const Value& value) {
    return Facts{pairs_at(value, "items")};
}

Block bullets_of(const Value& value) {
    return Bullets{value.texts_at("items"), flag_at(value, "numbered")};
}

Block grid_of(const Value& value) {
    Grid grid;
    grid.caption = value.text_at("caption");
    for (const auto& column : list_at(value, "columns")) {
        const bool right = column.text_at("align") == "right";
        grid.columns.push_back({column.text_at("title"), right ? Align::right : Align::left});
    }
    for (const auto& row : list_at(value, "rows")) {
        grid.rows.push_back(row.texts());
    }
    return grid;
}

Block line_chart_of(const Value& value) {
    LineChart chart;
    chart.title = value.text_at("title");
    chart.unit = value.text_at("unit");
    chart.lowest = number_at(value, "lowest");
    chart.highest = number_at(value, "highest");
    for (const auto& one : list_at(value, "series")) {
        auto& series = chart.series.emplace_back();
        series.name = one.text_at("name");
        for (const auto& point : list_at(one, "points")) {
            series.points.push_back({date_at(point, "date"), number_at(point, "value")});
        }
    }
    if (const auto* band = value.find("band")) {
        chart.band = {
            number_at(*band, "lowest"), number_at(*band, "highest"), band->text_at("name")};
    }
    for (const auto& session : value.texts_at("sessions")) {
        chart.sessions.push_back(date_of(session));
    }
    if (const auto dates = value.text_at("dates"); !dates.empty()) {
        chart.dates = named(date_forms, dates, "a chart with dates of the form");
    }
    return chart;
}

Block drawing_of(const Value& value) {
    return Drawing{value.text_at("title"), value.text_at("svg"), number_at(value, "height_mm")};
}

Block body_chart_of(const Value& value) {
    BodyChart chart;
    chart.title = value.text_at("title");
    for (const auto& mark : list_at(value, "marks")) {
        chart.marks.push_back(
            {mark.text_at("label"),
             mark.text_at("region"),
             mark.text_at("side"),
             named(mark_kinds, mark.text_at("kind"), "a mark of the kind"),
             mark.text_at("text")}
        );
    }
    chart.beside = flag_at(value, "beside");
    return chart;
}

Block slip_of(const Value& value) {
    Slip slip{value.text_at("title"), value.texts_at("about"), value.texts_at("return_to"), {}};
    for (const auto& row : list_at(value, "rows")) {
        slip.rows.push_back(
            {row.texts_at("labels"),
             row.texts_at("boxes"),
             static_cast<int>(number_at(row, "lines"))}
        );
    }
    return slip;
}

LetterFrame letter_of(const Value& value) {
    return {
        .receiver = value.texts_at("receiver"),
        .alarm = value.text_at("alarm"),
        .purpose = value.texts_at("purpose"),
        .details = pairs_at(value, "details"),
        .person = value.text_at("person"),
        .contact = value.text_at("contact")};
}

Block signature_line_of(const Value& value) {
    return SignatureLine{value.text_at("name"), value.text_at("signed_at")};
}

Block block_of(const Value& value) {
    using Read = Block (*)(const Value&);
    static constexpr std::array<std::pair<std::string_view, Read>, 12> kinds{{
        {"heading", heading_of},
        {"paragraph", paragraph_of},
        {"facts", facts_of},
        {"bullets", bullets_of},
        {"grid", grid_of},
        {"line-chart", line_chart_of},
        {"body-chart", body_chart_of},
        {"drawing", drawing_of},
        {"slip", slip_of},
        {"signature-line", signature_line_of},
        {"page-break", [](const Value&) { return Block{PageBreak{}}; }},
        {"table-of-contents", [](const Value&) { return Block{TableOfContents{}}; }},
    }};
    static_assert(kinds.size() == std::variant_size_v<Block>);
    const auto is = value.text_at("is");
    const auto* kind = std::find_if(kinds.begin(), kinds.end(), [&is](const auto& one) {
        return one.first == is;
    });
    if (kind == kinds.end()) {
        refuse("a block of the kind '" + visible(is) + "'");
    }
    return kind->second(value);
}

} // namespace

Value value_from_blocks(const std::vector<Block>& blocks) {
    Value::Array list;
    for (const auto& block : blocks) {
        list.push_back(std::visit([](const auto& kind) { return value_of(kind); }, block));
    }
    return list;
}

Value value_from_document(const Document& document) {
    Value value = Object{
        {"title", document.title},
        {"subtitle", document.subtitle},
        {"letterhead", list_of(document.letterhead)},
        {"footer", document.footer},
        {"watermark", document.watermark},
        {"language", document.language},
        {"author", document.author},
        {"created", document.created.iso()},
        {"blocks", value_from_blocks(document.blocks)}};
    if (document.letter) {
        value["letter"] = value_of(*document.letter);
    }
    return value;
}

std::vector<Block> blocks_from_value(const Value& value) {
    std::vector<Block> blocks;
    if (value.is_array()) {
        for (const auto& block : value.as_array()) {
            blocks.push_back(block_of(block));
        }
    }
    return blocks;
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
    document.created = time_at(value, "created");
    if (const auto* blocks = value.find("blocks")) {
        document.blocks = blocks_from_value(*blocks);
    }
    if (const auto* letter = value.find("letter"); letter != nullptr && letter->is_object()) {
        document.letter = letter_of(*letter);
    }
    return document;
}

} // namespace praxis
