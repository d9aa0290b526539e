// SPDX-License-Identifier: MIT
#include "session/passphrase_of_file.hpp"

#include <praxis/digest.hpp>
#include <praxis/document_output.hpp>
#include <praxis/error.hpp>
#include <praxis/session.hpp>
#include <praxis/sharing.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis {

namespace {

void require_text(const std::optional<std::string>& value, const char* option) {
    if (value && trim(*value).empty()) {
        throw UsageError(std::string{option} + " is empty");
    }
}

Disclosure
disclosure_of(const Practice& practice, const DisclosureOptions& options, const RecordCopy& copy) {
    const auto recipient = options.recipient.value_or(copy.recipient);
    const bool is_own = recipient.empty();
    return {
        .client = copy.client.number,
        .recipient = is_own ? practice.name : recipient,
        .recipient_address = is_own ? practice.address : std::string{},
        .what = copy.what,
        .purpose =
            options.purpose.value_or(copy.purpose) +
            (options.without_consent ? "; without consent: " + *options.without_consent : ""),
        .digest = {}};
}

constexpr auto or_without = "or, where the law sends the record: --without-consent \"REASON\"";

/// A recipient that the command itself names is the client.
/// recipient  becomes the name of a recipient that is given as an id
void check_consent(
    Session& session, const DisclosureOptions& options, ClientId client, std::string& recipient
) {
    if (!options.recipient || options.without_consent) {
        return;
    }
    const auto checks = session.all<SharingCheck>();
    if (!checks.unavailable.empty()) {
        throw Refused(
            "the client's consent cannot be checked: the plugin '" +
                checks.unavailable.front().plugin + "' cannot be loaded",
            "praxis plugin doctor " + checks.unavailable.front().plugin + "; " + or_without
        );
    }
    if (checks.items.empty()) {
        throw Refused(
            "the client's consent cannot be checked: no plugin that knows it is enabled",
            std::string{"praxis plugin list shows those that are not; "} + or_without
        );
    }
    for (const auto* const check : checks.items) {
        if (const auto gap = check->missing(session, client, recipient)) {
            throw Refused(gap->what, gap->fix + "; " + or_without);
        }
    }
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

void check_disclosure(const DisclosureOptions& options) {
    require_text(options.purpose, "--purpose");
    require_text(options.recipient, "--recipient");
    require_text(options.without_consent, "--without-consent");
    if (options.without_consent && !options.recipient) {
        throw UsageError("--without-consent is for a recipient", "give --recipient NAME too");
    }
}

void check_record_output(const RecordOutput& output) {
    check_disclosure(output);
    require_text(output.output, "--output");
}

void check_is_for_file(const RecordOutput& output) {
    if (!output.is_file() &&
        (output.purpose || output.recipient || output.protect || output.without_consent)) {
        throw UsageError(
            "--purpose, --recipient and --protect are for a file",
            "give -o FILE too, or leave them out"
        );
    }
}

std::string protect_file(Session& session, const std::string& format, const std::string& bytes) {
    const auto formats = document_formats(session);
    const bool has_renderer = std::find(formats.begin(), formats.end(), format) != formats.end();
    const auto* const renderer = has_renderer ? &get_renderer(session, format) : nullptr;
    if (renderer == nullptr || !renderer->protect) {
        throw UsageError(
            "a file of the format '" + format + "' cannot be encrypted", "give --as pdf"
        );
    }
    return renderer->protect(bytes, report_new_passphrase(session));
}

void disclose_file(
    Session& session,
    const DisclosureOptions& options,
    const RecordCopy& copy,
    const std::string& format,
    File& file
) {
    check_disclosure(options);
    auto disclosure = disclosure_of(session.practice(), options, copy);
    check_consent(session, options, copy.client, disclosure.recipient);
    if (options.protect) {
        file.bytes = protect_file(session, format, file.bytes);
    }
    disclosure.what += (options.protect ? " as encrypted " : " as ") + format;
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
    check_is_for_file(output);
    auto result = show_or_write(session, output, of, data, document);
    if (auto* const file = std::get_if<File>(&result)) {
        disclose_file(session, output, copy, file->data.text_at("format"), *file);
    }
    return result;
}

} // namespace praxis
