// SPDX-License-Identifier: MIT
/// The options of commands that show a document or write it to a file.
#pragma once
#include <praxis/command.hpp>
#include <praxis/document.hpp>
#include <praxis/renderer.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::outcomes {

struct OutputArgs {
    std::optional<std::string> output;
    std::optional<std::string> as;
    std::optional<std::string> paper;
    bool force = false;

    [[nodiscard]] bool is_any() const { return output || as; }
};

template <class Args> void declare_output(Options<Args>& options) {
    using Text = std::optional<std::string> Args::*;
    options.option(Text{&Args::output}, "output", "FILE", "the file to write; - is stdout")
        .letter('o')
        .option(Text{&Args::as}, "as", "FORMAT", "default: from the ending of the file name")
        .completed_by(complete_document_format)
        .option(
            Text{&Args::paper},
            "paper",
            "SIZE",
            "default: the setting paper, or that of your country"
        )
        .choices({"a4", "letter"})
        .flag(static_cast<bool Args::*>(&Args::force), "force", "replace FILE if it exists");
}

/// The format that --as or the file's ending asks for.
/// of      what is written, for the message: "trend"
/// errors  UsageError when there is none, or when it is binary and no file is named
std::string chosen_format(Session& session, const OutputArgs& args, const std::string& of);

File write_file(
    Session& session,
    const OutputArgs& args,
    const std::string& format,
    Document document,
    Value data
);

} // namespace praxis::outcomes
