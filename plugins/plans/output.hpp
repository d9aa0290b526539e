// SPDX-License-Identifier: MIT
/// A document on the terminal, or in a file.
#pragma once
#include <praxis/command.hpp>
#include <praxis/document.hpp>
#include <praxis/renderer.hpp>

#include <functional>
#include <optional>
#include <string>

namespace praxis::plans {

struct OutputOptions {
    std::optional<std::string> output;
    std::optional<std::string> as;
    std::optional<std::string> paper;
    bool force = false;
};

template <class Args> void add_output_options(Options<Args>& given) {
    using Text = std::optional<std::string> Args::*;
    using Flag = bool Args::*;
    given.option(Text{&Args::output}, "output", "FILE", "the file to write; - is stdout")
        .letter('o');
    given.option(Text{&Args::as}, "as", "FORMAT", "default: from the ending of the file name")
        .completed_by(complete_document_format);
    given
        .option(
            Text{&Args::paper},
            "paper",
            "SIZE",
            "default: the setting paper, or that of your country"
        )
        .choices({"a4", "letter"});
    given.flag(Flag{&Args::force}, "force", "replace FILE if it exists");
}

/// A View without --output and --as, otherwise a File.
/// of      the noun for messages: "summary"
/// data    what the View shows to programs, and what is known of the File
/// errors  UsageError: no format, or a binary one for a terminal
Result deliver(
    Session& session,
    const OutputOptions& options,
    const std::string& of,
    const Value& data,
    const Document& document
);

} // namespace praxis::plans
