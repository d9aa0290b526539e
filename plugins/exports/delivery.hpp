// SPDX-License-Identifier: MIT
/// What the export commands share: the choice of a format, and the file with its line in the
/// disclosure ledger.
#pragma once
#include <praxis/command.hpp>
#include <praxis/document_output.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::exports {

/// The one format of a client that is not made from a document; notes do not have it.
inline constexpr std::string_view fhir_format = "fhir";

/// The formats of a client, for the shell's completion.
std::vector<std::string> complete_format(const Completing& half);

/// The name of the format that --as gives, otherwise the ending of the file.
/// of      "note" or "client"
/// errors  UsageError when neither gives one, when that format does not exist, or when it is
///         binary and no file is named
std::string choose_format(Session& session, const RecordOutput& args, std::string_view of);

/// The document in that format, for the paper of --paper or the configured one.
std::string
render(Session& session, Document document, const std::string& format, const RecordOutput& args);

/// Writes the line of the disclosure ledger and returns the file.
/// what  "note N-0001"
File disclose(
    Session& session,
    const RecordOutput& args,
    const std::string& format,
    ClientId client,
    const std::string& what,
    std::string bytes
);

} // namespace praxis::exports
