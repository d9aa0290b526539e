// SPDX-License-Identifier: MIT
#include "html/letter_parts.hpp"

#include "html/escape.hpp"

#include <praxis/text.hpp>

#include <vector>

namespace praxis::exports::html {
namespace {

std::string lines(const std::vector<std::string>& texts) {
    std::string text;
    for (const auto& one : texts) {
        text += (text.empty() ? "<bdi>" : "<br><bdi>") + escape_content(one) + "</bdi>";
    }
    return text;
}

std::string slip_row(const Slip::Row& row) {
    if (!row.boxes.empty()) {
        std::string text = "<p class=\"row\">";
        if (!row.labels.empty()) {
            text += "<span><b>" + escape(join(row.labels, ", ")) + "</b></span>";
        }
        for (const auto& box : row.boxes) {
            text += "<span>☐ " + escape(box) + "</span>";
        }
        return text + "</p>\n";
    }
    if (row.lines > 0) {
        std::string text = "<div class=\"row\"><b>" + escape(join(row.labels, ", ")) + "</b>";
        for (int i = 0; i < row.lines; ++i) {
            text += "<div class=\"line\"></div>";
        }
        return text + "</div>\n";
    }
    std::string text = "<div class=\"row fields\">";
    for (const auto& label : row.labels) {
        text += "<div><b>" + escape(label) + "</b></div>";
    }
    return text + "</div>\n";
}

} // namespace

std::string letter_front(const LetterFrame& letter) {
    std::string text = "<div class=\"front\">\n<div>\n";
    if (!letter.alarm.empty()) {
        text += "<p class=\"alarm\">" + escape(letter.alarm) + "</p>\n";
    }
    if (!letter.purpose.empty()) {
        text += "<h1 dir=\"auto\">" + escape(letter.purpose.front()) + "</h1>\n";
        text += "<p>" + lines({letter.purpose.begin() + 1, letter.purpose.end()}) + "</p>\n";
    }
    text += "<p class=\"receiver\">" + lines(letter.receiver) + "</p>\n</div>\n<dl>\n";
    for (const auto& [label, value] : letter.details) {
        text += "<div><dt>" + escape(label) + "</dt><dd><bdi>" + escape_content(value) +
                "</bdi></dd></div>\n";
    }
    return text + "</dl>\n</div>\n";
}

std::string slip_part(const Slip& slip) {
    std::string text = "<section class=\"slip\">\n<p class=\"way-back\">" + lines(slip.return_to) +
                       "</p>\n<h2>" + escape(slip.title) + "</h2>\n<p>" + lines(slip.about) +
                       "</p>\n";
    for (const auto& row : slip.rows) {
        text += slip_row(row);
    }
    return text + "</section>\n";
}

} // namespace praxis::exports::html
