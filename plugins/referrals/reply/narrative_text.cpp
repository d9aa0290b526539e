// SPDX-License-Identifier: MIT
#include "reply/narrative_text.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <expat.h>
#include <memory>
#include <type_traits>
#include <vector>

namespace praxis::referrals {
namespace {

constexpr std::array<std::string_view, 13> breaks{
    "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "table"};
constexpr std::array<std::string_view, 2> cells{"td", "th"};

struct Reading {
    XML_Parser parser;
    std::string text;
};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void stop(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(static_cast<Reading*>(data)->parser, XML_FALSE);
}

void begin_element(void* data, const XML_Char* name, const XML_Char**) {
    auto& text = static_cast<Reading*>(data)->text;
    text += is_one_of(breaks, name) ? "\n" : "";
}

void end_element(void* data, const XML_Char* name) {
    auto& text = static_cast<Reading*>(data)->text;
    text += is_one_of(breaks, name) ? "\n" : is_one_of(cells, name) ? " " : "";
}

/// White space inside of a paragraph is one space.
void take_characters(void* data, const XML_Char* characters, int size) {
    auto& text = static_cast<Reading*>(data)->text;
    for (const char letter : std::string_view{characters, static_cast<std::size_t>(size)}) {
        text += letter == '\n' || letter == '\t' ? ' ' : letter;
    }
}

} // namespace

std::string text_of_narrative(std::string_view xhtml) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate("UTF-8"), &XML_ParserFree};
    Reading reading{.parser = parser.get(), .text = {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetStartDoctypeDeclHandler(parser.get(), stop);
    XML_SetElementHandler(parser.get(), begin_element, end_element);
    XML_SetCharacterDataHandler(parser.get(), take_characters);
    if (XML_Parse(parser.get(), xhtml.data(), static_cast<int>(xhtml.size()), XML_TRUE) !=
        XML_STATUS_OK) {
        return {};
    }
    std::vector<std::string> lines;
    for (const auto& line : split(reading.text, '\n')) {
        auto words = split(line, ' ');
        std::erase(words, "");
        if (!words.empty()) {
            lines.push_back(join(words, " "));
        }
    }
    return join(lines, "\n");
}

} // namespace praxis::referrals
