// SPDX-License-Identifier: MIT
/// The options -o, --as, --paper and --force of a command that shows a document or writes it to a
/// file.
///
///     struct Args : DocumentOutput {
///         std::string topic;
///     };
///     ...
///     return show_or_write(session, args, "topic", data, document);
///
/// A document of a client's record takes --purpose, --recipient and --without-consent too: each
/// file is a line of the disclosure ledger, so the command has Access::write.
///
///     struct Args : RecordOutput {
///         std::string client;
///     };
///     ...
///     return show_or_disclose(
///         session, args, "summary", data, document, {.client = id, .what = "summary of PL-0001"}
///     );
#pragma once
#include <praxis/command.hpp>
#include <praxis/document.hpp>
#include <praxis/id.hpp>
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

/// What the disclosure ledger needs to know of a file, and whether it leaves encrypted.
struct DisclosureOptions {
    std::optional<std::string> purpose;
    std::optional<std::string> recipient;
    std::optional<std::string> without_consent; // why, for the ledger
    bool protect = false;                       // the file opens with a passphrase only
};

/// The options of a document of a client's record.
struct RecordOutput : DocumentOutput, DisclosureOptions {};

/// The document for the disclosure ledger.
struct RecordCopy {
    ClientId client;
    std::string what;                    // "note N-0001"; the ledger adds the format
    std::string purpose = "own records"; // without --purpose
    std::string recipient = {};          // without --recipient; empty: the practice itself
};

/// purpose, recipient  the defaults, as the help names them
template <class Args>
void declare_disclosure(
    Options<Args>& options,
    const char* purpose = "default: own records",
    const char* recipient = "default: the practice itself"
) {
    using Text = std::optional<std::string> Args::*;
    options.option(Text{&Args::purpose}, "purpose", "TEXT", purpose)
        .option(Text{&Args::recipient}, "recipient", "NAME", recipient)
        .option(
            Text{&Args::without_consent},
            "without-consent",
            "REASON",
            "for a recipient to whom the law sends the record, such as a court"
        )
        .flag(
            static_cast<bool Args::*>(&Args::protect),
            "protect",
            "encrypt the PDF with a passphrase that you tell the recipient"
        );
}

/// purpose, recipient  as for declare_disclosure()
template <class Args>
void declare_record_output(
    Options<Args>& options,
    std::vector<std::string> (*complete)(const Completing&) = complete_document_format,
    const char* purpose = "default: own records",
    const char* recipient = "default: the practice itself"
) {
    declare_document_output(options, complete);
    declare_disclosure(options, purpose, recipient);
}

/// errors  UsageError for an empty --purpose, --recipient or --without-consent, and for
///         --without-consent without --recipient
PRAXIS_API void check_disclosure(const DisclosureOptions& options);

/// errors  as check_disclosure(); UsageError for an empty --output
PRAXIS_API void check_record_output(const RecordOutput& output);

/// errors  UsageError for options of a file when there is none
PRAXIS_API void check_is_for_file(const RecordOutput& output);

/// The file encrypted with a new passphrase, which is reported and never stored.
/// errors  UsageError when the format cannot be encrypted
PRAXIS_API std::string
protect_file(Session& session, const std::string& format, const std::string& bytes);

/// Encrypts the file with --protect, adds the line of the disclosure ledger and reports it. The
/// data of the file get "disclosure" and "digest".
/// format  of a renderer, otherwise what the ledger calls it
/// errors  as check_disclosure(); UsageError when --protect cannot encrypt the format; Refused when
///         the client did not agree that the --recipient sees the record (SharingCheck), unless
///         --without-consent gives a reason
PRAXIS_API void disclose_file(
    Session& session,
    const DisclosureOptions& options,
    const RecordCopy& copy,
    const std::string& format,
    File& file
);

/// As show_or_write(). A file is a line of the disclosure ledger.
/// errors  as check_record_output(); UsageError for a purpose or recipient without a file
PRAXIS_API Result show_or_disclose(
    Session& session,
    const RecordOutput& output,
    std::string_view of,
    const Value& data,
    const Document& document,
    const RecordCopy& copy
);

} // namespace praxis
