// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <praxis/error.hpp>

#include <utility>

namespace praxis::plans {
namespace {

std::string choose_format(const OutputOptions& options) {
    if (options.as) {
        return *options.as;
    }
    if (*options.output == "-") {
        return "txt";
    }
    auto ending = format_of_file(*options.output);
    if (ending.empty()) {
        throw UsageError(
            "no format is given, and the file's name has no ending",
            "give --as FORMAT; praxis export formats lists them"
        );
    }
    return ending;
}

} // namespace

Result deliver(
    Session& session,
    const OutputOptions& options,
    const std::string& of,
    const Value& data,
    const Document& document
) {
    if (!options.output && !options.as) {
        return View{[data] { return data; }, [document] { return document; }};
    }
    const auto format = choose_format(options);
    const auto paper = choose_paper(session, options.paper);
    if (!options.output) {
        require_text_format(get_renderer(session, format), of);
    }
    auto described = data;
    described["format"] = format;
    return File{
        render_document(session, document, format, paper),
        options.output.value_or("-"),
        options.force,
        std::move(described)};
}

} // namespace praxis::plans
