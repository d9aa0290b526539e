// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <praxis/chart.hpp>
#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::exports {
namespace {

bool is_of(const Format& format, std::string_view of) {
    return std::find(format.of.begin(), format.of.end(), of) != format.of.end();
}

std::vector<std::string> names_of(std::string_view of) {
    std::vector<std::string> names;
    for (const auto& format : all_formats()) {
        if (is_of(format, of)) {
            names.push_back(format.name);
        }
    }
    return names;
}

/// "letter.PDF" -> "pdf"; nothing when the file's name has no ending.
std::string ending_of(const std::string& path) {
    const auto slash = path.find_last_of('/');
    const auto file = slash == std::string::npos ? path : path.substr(slash + 1);
    const auto dot = file.find_last_of('.');
    if (dot == std::string::npos || dot == 0) {
        return {};
    }
    const auto ending = fold(file.substr(dot + 1));
    return ending == "htm" ? "html" : ending;
}

std::string name_asked_for(const DeliveryArgs& args, std::string_view of) {
    if (args.as) {
        return *args.as;
    }
    const auto ending = args.output ? ending_of(*args.output) : std::string{};
    if (!ending.empty()) {
        return ending;
    }
    const auto noun = std::string{of};
    throw UsageError(
        "say in which form: no --as is given" +
            std::string{
                args.output && *args.output != "-" ? ", and the file's name has no ending" : ""},
        "give --as " + join(names_of(of), ", ") + ", or a file such as -o " + noun + ".pdf"
    );
}

void require_text(const std::optional<std::string>& word, const char* option) {
    if (word && trim(*word).empty()) {
        throw UsageError(std::string{"--"} + option + " is empty");
    }
}

} // namespace

const std::vector<Format>& all_formats() {
    static const std::vector<std::string> all{"note", "client", "referral"};
    static const std::vector<Format> formats{
        {"pdf", "application/pdf", all, "pages to print, to sign and to send", false},
        {"html", "text/html", all, "one page for a browser, with nothing to load", true},
        {"md", "text/markdown", all, "Markdown", true},
        {"txt", "text/plain", all, "plain text", true},
        {"json", "application/json", all, "every field, for programs", true},
        {"fhir",
         "application/fhir+json",
         {"client", "referral"},
         "HL7 FHIR R4 Bundle, for other health software",
         true}};
    return formats;
}

const Format& format_of(const DeliveryArgs& args, std::string_view of) {
    require_text(args.purpose, "purpose");
    require_text(args.recipient, "recipient");
    require_text(args.output, "output");
    const auto name = name_asked_for(args, of);
    const auto& formats = all_formats();
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format& format) {
        return format.name == name && is_of(format, of);
    });
    if (found == formats.end()) {
        throw UsageError(
            "a " + std::string{of} + " cannot be exported as '" + visible(name) + "'",
            "give --as " + join(names_of(of), ", ")
        );
    }
    if (!found->is_text && !args.output) {
        throw UsageError(
            "a " + found->name + " is no text to be shown",
            "give -o " + std::string{of} + "." + found->name + ", or -o - for a pipe"
        );
    }
    return *found;
}

std::string rendered(
    Session& session, const Document& document, const Format& format, const DeliveryArgs& args
) {
    const auto paper = !args.paper               ? configured_paper(session)
                       : *args.paper == "letter" ? Paper::letter
                                                 : Paper::a4;
    return render_document(session, document, format.name, paper);
}

File hand_over(
    Session& session,
    const DeliveryArgs& args,
    const Format& format,
    ClientId client,
    const std::string& what,
    std::string bytes
) {
    const auto& practice = session.practice();
    Disclosure disclosure;
    disclosure.client = client.number;
    disclosure.recipient = args.recipient.value_or(practice.name);
    disclosure.recipient_address = args.recipient ? std::string{} : practice.address;
    disclosure.what = what + " as " + format.name;
    disclosure.purpose = args.purpose.value_or("own records");
    disclosure.digest = digest_of(bytes);
    const auto row = session.record_disclosure(disclosure);
    session.report(
        "disclosure " + row.str() + ": " + disclosure.what + ", for " + disclosure.purpose
    );
    File file;
    file.bytes = std::move(bytes);
    file.path = args.output.value_or("-");
    file.overwrite = args.force;
    file.data = Value::Object{
        {"file", file.path},
        {"as", format.name},
        {"client", client.str()},
        {"disclosure", row.str()},
        {"digest", disclosure.digest}};
    return file;
}

} // namespace praxis::exports
