// SPDX-License-Identifier: MIT
/// Asks the user to confirm a command that deletes or replaces records, and which record a name
/// means.
#pragma once
#include "session/host_session.hpp"

#include <praxis/choice.hpp>
#include <praxis/result.hpp>

#include <string>

namespace praxis {

/// Asks which record an ambiguous name means. Returns its id.
/// errors  NeedsInput: the answer is none of them
std::string ask_choice(const HostSession& session, const AmbiguousName& error);

/// Shows the preview, then asks for a yes unless --yes was given.
/// errors  NeedsInput: declined, or praxis cannot ask
void confirm_yes(const HostSession& session, const Result& preview);

/// Shows the preview, then asks for the name unless --confirm gave it. `subject` is the thing with
/// that name: "the practice".
/// errors  NeedsInput: a different name, or praxis cannot ask
void confirm_name(
    const HostSession& session,
    const Result& preview,
    const std::string& name,
    const std::string& subject
);

/// Call it when the practice is no longer as the preview showed it. Says so, and the caller shows a
/// new preview and asks again.
/// errors  Error changed_meanwhile: nobody was asked, because of --yes or --confirm
void report_changed_meanwhile(const HostSession& session);

} // namespace praxis
