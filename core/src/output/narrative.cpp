// SPDX-License-Identifier: MIT
#include <praxis/body_drawing.hpp>
#include <praxis/document_dates.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

namespace praxis::fhir {
namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : visible(text, true)) {
        switch (letter) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\n':
            safe += "<br/>";
            break;
        default:
            safe += letter;
        }
    }
    return safe;
}

std::string element(const std::string& tag, const std::string& content) {
    return "<" + tag + ">" + content + "</" + tag + ">";
}

std::string table_row(const std::string& tag, const std::vector<std::string>& cells) {
    std::string row;
    for (const auto& cell : cells) {
        row += element(tag, escaped(cell));
    }
    return element("tr", row);
}

std::string number_text(double value) {
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string to_xhtml(const Heading& block) {
    return element("p", element("b", escaped(block.text)));
}

std::string to_xhtml(const Paragraph& block) {
    return element("p", escaped(block.text));
}

std::string to_xhtml(const Facts& block) {
    std::string rows;
    for (const auto& [label, value] : block.items) {
        rows += element("tr", element("th", escaped(label)) + element("td", escaped(value)));
    }
    return rows.empty() ? rows : element("table", element("tbody", rows));
}

std::string to_xhtml(const Bullets& block) {
    std::string items;
    for (const auto& item : block.items) {
        items += element("li", escaped(item));
    }
    return items.empty() ? items : element(block.numbered ? "ol" : "ul", items);
}

std::string to_xhtml(const Grid& block) {
    std::vector<std::string> titles;
    for (const auto& column : block.columns) {
        titles.push_back(column.title);
    }
    std::string rows;
    for (const auto& row : block.rows) {
        rows += table_row("td", row);
    }
    if (rows.empty()) {
        return rows;
    }
    const auto caption = block.caption.empty() ? "" : element("caption", escaped(block.caption));
    return element(
        "table", caption + element("thead", table_row("th", titles)) + element("tbody", rows)
    );
}

std::string to_xhtml(const LineChart& block) {
    std::string rows;
    for (const auto& series : block.series) {
        for (const auto& point : series.points) {
            rows += table_row(
                "td",
                {series.name, write_short_date(point.date, block.dates), number_text(point.value)}
            );
        }
    }
    if (rows.empty()) {
        return rows;
    }
    const auto caption = block.unit.empty() ? block.title : block.title + " (" + block.unit + ")";
    return element("table", element("caption", escaped(caption)) + element("tbody", rows));
}

std::string to_xhtml(const BodyChart& block) {
    const auto caption = block.title.empty() ? "Body chart" : block.title;
    auto legend = body_chart_legend(block);
    legend.caption = caption;
    return to_xhtml(legend);
}

/// The text beside a drawing is complete without it.
std::string to_xhtml(const Drawing&) {
    return {};
}

std::string to_xhtml(const SignatureLine& block) {
    return element("p", escaped(block.name));
}

std::string to_xhtml(const PageBreak&) {
    return {};
}

/// A form to fill in on paper tells nothing.
std::string to_xhtml(const Slip&) {
    return {};
}

std::string to_xhtml(const TableOfContents&) {
    return {};
}

} // namespace

Value narrative(std::string_view status, const std::vector<Block>& blocks) {
    std::string content;
    for (const auto& block : blocks) {
        content += std::visit([](const auto& kind) { return to_xhtml(kind); }, block);
    }
    if (content.empty()) {
        content = element("p", "Not recorded.");
    }
    return Value::Object{
        {"status", status},
        {"div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + content + "</div>"}};
}

} // namespace praxis::fhir
