// SPDX-License-Identifier: MIT
/// The extension point `note-start`: a plugin proposes what a new note begins with, and names the
/// option of `note new` and `note repeat` that asks for it: --plan PL-0001. In plugin.toml:
///
///   [needs]
///   soap = ">=0.1, <1"
///   [contributes]
///   "note-start/1" = ["plan"]
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::soap {

/// What a note begins with. Each option of the command replaces its part.
struct NoteProposal {
    /// As a note file has it (schemas/soap/README.md): "technique", "minutes", "block". `note
    /// repeat` copies its blocks from the last note, and takes only the minutes from here.
    Value body = Value::Object{};
    std::optional<ComplaintId> complaint = {};
    std::optional<CivilTime> began = {};
    std::string remark = {}; // reported, such as "session 4 of 6 of PL-0001"; may be empty
};

/// name  also the name of the option
struct NoteStart {
    static constexpr std::string_view id = "note-start/1";
    std::string name;
    /// value   as typed after the option: "PL-0001"
    /// errors  UsageError, NotFound or Refused when there is no such start for this client
    std::function<NoteProposal(Session&, ClientId, std::string_view value)> propose;
};

} // namespace praxis::soap
