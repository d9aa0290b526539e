// SPDX-License-Identifier: MIT
/// The options -o, --as, --paper and --force of a command that shows a document or writes it to a
/// file.
///
///     struct Args : DocumentOutput {
///         std::string client;
///     };
///     ...
///     return show_or_write(session, args, "summary", data, document);
#pragma once
#include <praxis/command.hpp>
#include <praxis/document.hpp>
#include <praxis/renderer.hpp>
#include <praxis/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

struct DocumentOutput {
    std::optional<std::string> output;
    std::optional<std::string> as;
    std::optional<std::string> paper;
    bool force = false;

    /// Whether the document goes out in a format of its own, not as a result of the command.
    [[nodiscard]] bool is_file() const { return output || as; }
};

/// Args      derives from DocumentOutput
/// complete  the formats that --as offers
template <class Args>
void declare_document_output(
    Options<Args>& options,
    std::vector<std::string> (*complete)(const Completing&) = complete_document_format
) {
    using Text = std::optional<std::string> Args::*;
    options.option(Text{&Args::output}, "output", "FILE", "the file to write; - is stdout")
        .letter('o')
        .option(Text{&Args::as}, "as", "FORMAT", "default: from the ending of the file name")
        .completed_by(complete)
        .option(
            Text{&Args::paper},
            "paper",
            "SIZE",
            "default: the setting paper, or that of your country"
        )
        .choices({"a4", "letter"})
        .flag(static_cast<bool Args::*>(&Args::force), "force", "replace FILE if it exists");
}

/// The format of --as, otherwise of the file's ending; "txt" for stdout.
/// of      what is written, for the message: "letter"
/// errors  UsageError when there is none, or when it is binary and no file is named; as
///         get_renderer()
PRAXIS_API std::string
choose_document_format(Session& session, const DocumentOutput& output, std::string_view of);

/// The document in that format, for the paper of --paper or the configured one.
/// data    what programs read about the file; gets the member "format"
/// errors  as render_document()
PRAXIS_API File write_document(
    Session& session,
    const DocumentOutput& output,
    const std::string& format,
    Document document,
    Value data
);

/// A View without -o and --as, otherwise a File.
/// errors  as choose_document_format() and write_document()
PRAXIS_API Result show_or_write(
    Session& session,
    const DocumentOutput& output,
    std::string_view of,
    const Value& data,
    const Document& document
);

} // namespace praxis
