// SPDX-License-Identifier: MIT
/// What the export commands share: where to, as what, and the line in the disclosure ledger
/// without which nothing of a client's record leaves.
#pragma once
#include <praxis/command.hpp>
#include <praxis/document.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::exports {

/// A form that an export can have.
struct Format {
    std::string name; // what --as takes
    std::string media_type;
    std::vector<std::string> of; // "note", "client", "referral"
    std::string what;            // for people
    bool is_text = true;
};

const std::vector<Format>& all_formats();

/// The words that every export takes.
struct DeliveryArgs {
    std::optional<std::string> output;
    std::optional<std::string> as;
    std::optional<std::string> purpose;
    std::optional<std::string> recipient;
    std::optional<std::string> paper;
    bool force = false;
};

template <class Args> void delivery_options(Options<Args>& options) {
    using Word = std::optional<std::string> Args::*;
    options.option(Word{&Args::output}, "output", "FILE", "the file to write; - is stdout")
        .letter('o')
        .option(Word{&Args::as}, "as", "FORMAT", "the form; taken from FILE's ending when absent")
        .option(Word{&Args::purpose}, "purpose", "TEXT", "what it is for (own records)")
        .option(Word{&Args::recipient}, "recipient", "NAME", "who gets it (the practice itself)")
        .option(Word{&Args::paper}, "paper", "SIZE", "of a PDF or a printed page")
        .choices({"a4", "letter"})
        .flag(static_cast<bool Args::*>(&Args::force), "force", "replace FILE when there is one");
}

/// The format asked for by --as, else by the ending of the file.
/// of      "note", "client" or "referral"
/// errors  UsageError when neither names one, when there is none of that name, or when it is
///         binary and no file is named
const Format& format_of(const DeliveryArgs& args, std::string_view of);

/// The document in that format, for the paper asked for or configured.
std::string rendered(
    Session& session, const Document& document, const Format& format, const DeliveryArgs& args
);

/// Writes the line of the disclosure ledger and hands over the file.
/// what  "note N-0001"
File hand_over(
    Session& session,
    const DeliveryArgs& args,
    const Format& format,
    ClientId client,
    const std::string& what,
    std::string bytes
);

} // namespace praxis::exports
