// SPDX-License-Identifier: MIT
/// The options of `note new` and `note repeat` with which another plugin proposes the start.
#pragma once
#include <praxis/command.hpp>
#include <praxis/soap/note_start.hpp>

#include <vector>

namespace praxis::soap {

/// Args  has `starts`, a list of ContributedValue
template <class Args> void add_start_options(Options<Args>& options) {
    options.contributed(
        &Args::starts, std::string{NoteStart::id}, "ID", "begin with what is on record of this"
    );
}

/// What the given option proposes; an empty proposal when none was given. Reports its remark.
/// errors  UsageError when several were given; those of NoteStart::propose
NoteProposal
ask_for_start(Session& session, ClientId client, const std::vector<ContributedValue>& starts);

} // namespace praxis::soap
