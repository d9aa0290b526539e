// SPDX-License-Identifier: MIT
#include "record/xhtml.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>

namespace praxis::referrals {
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

std::string in(const std::string& tag, const std::string& content) {
    return "<" + tag + ">" + content + "</" + tag + ">";
}

std::string row_of(const std::string& tag, const std::vector<std::string>& cells) {
    std::string row;
    for (const auto& cell : cells) {
        row += in(tag, escaped(cell));
    }
    return in("tr", row);
}

std::string number_text(double value) {
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string of(const Heading& block) {
    return in("p", in("b", escaped(block.text)));
}

std::string of(const Paragraph& block) {
    return in("p", escaped(block.text));
}

std::string of(const Facts& block) {
    std::string rows;
    for (const auto& [label, value] : block.items) {
        rows += in("tr", in("th", escaped(label)) + in("td", escaped(value)));
    }
    return rows.empty() ? rows : in("table", in("tbody", rows));
}

std::string of(const Bullets& block) {
    std::string items;
    for (const auto& item : block.items) {
        items += in("li", escaped(item));
    }
    return items.empty() ? items : in(block.numbered ? "ol" : "ul", items);
}

std::string of(const Grid& block) {
    std::vector<std::string> titles;
    for (const auto& column : block.columns) {
        titles.push_back(column.title);
    }
    std::string rows;
    for (const auto& row : block.rows) {
        rows += row_of("td", row);
    }
    if (rows.empty()) {
        return rows;
    }
    const auto caption = block.caption.empty() ? "" : in("caption", escaped(block.caption));
    return in("table", caption + in("thead", row_of("th", titles)) + in("tbody", rows));
}

std::string of(const LineChart& block) {
    std::string rows;
    for (const auto& series : block.series) {
        for (const auto& point : series.points) {
            rows += row_of("td", {series.name, point.date.iso(), number_text(point.value)});
        }
    }
    if (rows.empty()) {
        return rows;
    }
    const auto caption = block.unit.empty() ? block.title : block.title + " (" + block.unit + ")";
    return in("table", in("caption", escaped(caption)) + in("tbody", rows));
}

std::string of(const BodyChart& block) {
    const auto caption = block.title.empty() ? "Body chart" : block.title;
    auto legend = body_chart_legend(block);
    legend.caption = caption;
    return of(legend);
}

std::string of(const SignatureLine& block) {
    return in("p", escaped(block.name));
}

std::string of(const PageBreak&) {
    return {};
}

std::string of(const TableOfContents&) {
    return {};
}

} // namespace

std::string narrative(const std::vector<Block>& blocks) {
    std::string content;
    for (const auto& block : blocks) {
        content += std::visit([](const auto& kind) { return of(kind); }, block);
    }
    if (content.empty()) {
        content = in("p", "Not recorded.");
    }
    return "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + content + "</div>";
}

} // namespace praxis::referrals
