// SPDX-License-Identifier: MIT
#include <praxis/digest.hpp>
#include <praxis/document_output.hpp>
#include <praxis/error.hpp>
#include <praxis/session.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis {

namespace {

void require_text(const std::optional<std::string>& value, const char* option) {
    if (value && trim(*value).empty()) {
        throw UsageError(std::string{option} + " is empty");
    }
}

Disclosure
disclosure_of(const Practice& practice, const RecordOutput& output, const RecordCopy& copy) {
    const auto recipient = output.recipient.value_or(copy.recipient);
    const bool is_own = recipient.empty();
    return {
        .client = copy.client.number,
        .recipient = is_own ? practice.name : recipient,
        .recipient_address = is_own ? practice.address : std::string{},
        .what = copy.what,
        .purpose = output.purpose.value_or(copy.purpose),
        .digest = {}};
}

} // namespace

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

void check_record_output(const RecordOutput& output) {
    require_text(output.purpose, "--purpose");
    require_text(output.recipient, "--recipient");
    require_text(output.output, "--output");
}

void disclose_file(
    Session& session,
    const RecordOutput& output,
    const RecordCopy& copy,
    const std::string& format,
    File& file
) {
    check_record_output(output);
    auto disclosure = disclosure_of(session.practice(), output, copy);
    disclosure.what += " as " + format;
    disclosure.digest = digest_of(file.bytes);
    const auto row = session.record_disclosure(disclosure);
    session.report(
        "disclosure " + row.str() + ": " + disclosure.what + ", for " + disclosure.purpose
    );
    file.data["disclosure"] = row.str();
    file.data["digest"] = disclosure.digest;
}

Result show_or_disclose(
    Session& session,
    const RecordOutput& output,
    std::string_view of,
    const Value& data,
    const Document& document,
    const RecordCopy& copy
) {
    check_record_output(output);
    if (!output.is_file() && (output.purpose || output.recipient)) {
        throw UsageError(
            "--purpose and --recipient are for a file", "give -o FILE too, or leave them out"
        );
    }
    auto result = show_or_write(session, output, of, data, document);
    if (auto* const file = std::get_if<File>(&result)) {
        disclose_file(session, output, copy, file->data.text_at("format"), *file);
    }
    return result;
}

} // namespace praxis
