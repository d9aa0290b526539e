// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::exports {
namespace {

std::vector<std::string> formats_of(Session& session, std::string_view of) {
    auto formats = document_formats(session);
    if (of == "client") {
        formats.emplace_back(fhir_format);
    }
    return formats;
}

std::string choices(const std::vector<std::string>& formats) {
    return "choose from: --as " + join(formats, ", ");
}

std::string find_format_name(Session& session, const RecordOutput& args, std::string_view of) {
    if (args.as) {
        return *args.as;
    }
    auto ending = format_of_file(args.output.value_or(""));
    if (!ending.empty()) {
        return ending;
    }
    const bool named_file = args.output && *args.output != "-";
    throw UsageError(
        named_file ? "no format is given, and the file's name has no ending"
                   : std::string{"no format is given"},
        choices(formats_of(session, of)) + "; or name a file: -o " + std::string{of} + ".pdf"
    );
}

} // namespace

std::vector<std::string> complete_format(const Completing& half) {
    auto formats = complete_document_format(half);
    formats.emplace_back(fhir_format);
    return formats;
}

std::string choose_format(Session& session, const RecordOutput& args, std::string_view of) {
    check_record_output(args);
    auto format = find_format_name(session, args, of);
    const auto formats = formats_of(session, of);
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
        throw UsageError(
            "a " + std::string{of} + " cannot be exported as '" + visible(format) + "'",
            choices(formats)
        );
    }
    if (!args.output && format != fhir_format) {
        require_text_format(get_renderer(session, format), of);
    }
    return format;
}

std::string
render(Session& session, Document document, const std::string& format, const RecordOutput& args) {
    session.progress("making the " + format, 0, 0);
    return render_document(session, std::move(document), format, choose_paper(session, args.paper));
}

File disclose(
    Session& session,
    const RecordOutput& args,
    const std::string& format,
    ClientId client,
    const std::string& what,
    std::string bytes
) {
    File file;
    file.bytes = std::move(bytes);
    file.path = args.output.value_or("-");
    file.overwrite = args.force;
    file.data = Value::Object{{"file", file.path}, {"as", format}, {"client", client.str()}};
    disclose_file(session, args, {.client = client, .what = what}, format, file);
    return file;
}

} // namespace praxis::exports
