// SPDX-License-Identifier: MIT
#include <praxis/document_output.hpp>
#include <praxis/error.hpp>

#include <utility>

namespace praxis {

std::string
choose_document_format(Session& session, const DocumentOutput& output, std::string_view of) {
    const bool has_file = output.output && *output.output != "-";
    auto format = output.as ? *output.as : has_file ? format_of_file(*output.output) : "txt";
    if (format.empty()) {
        throw UsageError(
            "no format is given, and the file's name has no ending",
            "give --as FORMAT; praxis export formats lists them"
        );
    }
    const auto& renderer = get_renderer(session, format);
    if (!output.output) {
        require_text_format(renderer, of);
    }
    return format;
}

File write_document(
    Session& session,
    const DocumentOutput& output,
    const std::string& format,
    Document document,
    Value data
) {
    data["format"] = format;
    return File{
        render_document(session, std::move(document), format, choose_paper(session, output.paper)),
        output.output.value_or("-"),
        output.force,
        std::move(data)};
}

Result show_or_write(
    Session& session,
    const DocumentOutput& output,
    std::string_view of,
    const Value& data,
    const Document& document
) {
    if (!output.is_file()) {
        return View{[data] { return data; }, [document] { return document; }};
    }
    const auto format = choose_document_format(session, output, of);
    return write_document(session, output, format, document, data);
}

} // namespace praxis
