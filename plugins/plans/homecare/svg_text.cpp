// SPDX-License-Identifier: MIT
#include "homecare/svg_text.hpp"

#include <expat.h>
#include <memory>
#include <type_traits>

namespace praxis::plans::home {

namespace {

constexpr char separator = '|'; // between the namespace and the name of an element

/// What the handlers of the parser find.
struct Reading {
    XML_Parser parser;
    SvgText svg;
    int depth = 0;
    XML_Index begin = 0; // of the content, in bytes
    XML_Index end = 0;
    bool is_svg = false;
};

void stop(Reading& reading) {
    reading.is_svg = false;
    XML_StopParser(reading.parser, XML_FALSE);
}

void begin_document_type(
    void* data, const XML_Char*, const XML_Char*, const XML_Char*, int has_declarations
) {
    if (has_declarations != 0) {
        stop(*static_cast<Reading*>(data));
    }
}

void begin_namespace(void* data, const XML_Char* prefix, const XML_Char* uri) {
    auto& reading = *static_cast<Reading*>(data);
    if (reading.depth > 0 || prefix == nullptr || uri == nullptr) {
        return; // SVG itself, or inside the content
    }
    if (std::string_view{uri}.find_first_of("\"<&") != std::string_view::npos) {
        stop(reading);
        return;
    }
    reading.svg.namespaces.emplace_back(prefix, uri);
}

void begin_element(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& reading = *static_cast<Reading*>(data);
    if (reading.depth++ > 0) {
        return;
    }
    const std::string_view root{name};
    reading.is_svg = root == "svg" || root.ends_with(std::string{separator} + "svg");
    for (auto each = attributes; *each != nullptr; each += 2) { // name and value
        if (std::string_view{*each} == "viewBox") {
            reading.svg.view_box = each[1];
        }
    }
    reading.begin =
        XML_GetCurrentByteIndex(reading.parser) + XML_GetCurrentByteCount(reading.parser);
}

void end_element(void* data, const XML_Char*) {
    auto& reading = *static_cast<Reading*>(data);
    if (--reading.depth == 0) {
        reading.end = XML_GetCurrentByteIndex(reading.parser);
    }
}

} // namespace

std::optional<SvgText> read_svg(std::string_view text) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreateNS("UTF-8", separator), &XML_ParserFree};
    Reading reading{.parser = parser.get(), .svg = {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetStartDoctypeDeclHandler(parser.get(), begin_document_type);
    XML_SetStartNamespaceDeclHandler(parser.get(), begin_namespace);
    XML_SetElementHandler(parser.get(), begin_element, end_element);
    const auto status =
        XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
    if (status != XML_STATUS_OK || !reading.is_svg) {
        return std::nullopt;
    }
    if (reading.end > reading.begin) { // otherwise <svg/>
        reading.svg.content = text.substr(
            static_cast<std::size_t>(reading.begin),
            static_cast<std::size_t>(reading.end - reading.begin)
        );
    }
    return std::move(reading.svg);
}

} // namespace praxis::plans::home
