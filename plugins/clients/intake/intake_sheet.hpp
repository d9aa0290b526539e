// SPDX-License-Identifier: MIT
/// The sheet of an intake: everything that a new client tells, in one file or form. Each table of
/// it is one command (`[[condition]]` is `condition add`), and each key is an option of that
/// command. So the sheet accepts what the commands accept, with the same checks.
#pragma once
#include <praxis/command.hpp>
#include <praxis/id.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// One command that the sheet asks for, with its options read.
struct IntakeStep {
    std::string table; // "condition"
    int line = 0;
    std::shared_ptr<const CommandSpec> command;
    std::shared_ptr<void> args;
};

/// Reads a sheet, TOML or JSON. Empty values are not recorded, and tables without a value are left
/// out.
/// source  names the text in messages
/// errors  Refused or UsageError with source and line: an unknown table or key, an invalid value
std::vector<IntakeStep>
read_intake(Session& session, std::string_view text, const std::string& source);

/// Runs the steps in the order of the tables; gives what each recorded.
/// errors  those of the commands, with the line of the table
Result record_intake(Session& session, ClientId client, const std::vector<IntakeStep>& steps);

/// An empty form: every key with its meaning as a comment.
std::string intake_form(const std::string& name);

/// The sheet from the file, or from the form in the editor.
/// uuid    the client's; empty for a client who is not registered yet
/// errors  those of read_intake(); Refused: no entry
std::vector<IntakeStep> obtain_intake(
    Session& session,
    const std::optional<std::string>& file,
    const std::string& name,
    const std::string& uuid
);

} // namespace praxis::clients
