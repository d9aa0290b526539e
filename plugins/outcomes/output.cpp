// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <utility>

namespace praxis::outcomes {

std::string chosen_format(Session& session, const OutputArgs& args, const std::string& of) {
    const bool has_file = args.output && *args.output != "-";
    auto format = args.as ? *args.as : has_file ? format_of_file(*args.output) : "txt";
    if (format.empty()) {
        throw UsageError(
            "no format is given, and the file's name has no ending",
            "give --as FORMAT; praxis export formats lists them"
        );
    }
    const auto& renderer = get_renderer(session, format);
    if (!args.output) {
        require_text_format(renderer, of);
    }
    return format;
}

File write_file(
    Session& session,
    const OutputArgs& args,
    const std::string& format,
    Document document,
    Value data
) {
    data["format"] = format;
    return File{
        render_document(session, std::move(document), format, choose_paper(session, args.paper)),
        args.output.value_or("-"),
        args.force,
        std::move(data)};
}

} // namespace praxis::outcomes
