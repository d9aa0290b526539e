// SPDX-License-Identifier: MIT
/// A report as the user types it: in options, in a file, or in a form in the editor.
#pragma once
#include "reply/reply.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis::referrals {

/// Reads a file with the keys of reply_form(). A key that is absent or empty is not recorded.
/// errors  Refused with source and line: not TOML or JSON, an unknown key, no date
Reply read_reply(Session& session, std::string_view text, const std::string& source);

/// An empty form: TOML with comments.
std::string reply_form(const Referral& referral, const std::string& author);

/// Opens the form in the editor until it can be read.
/// errors  NeedsInput: there is no terminal, or the user changed nothing
Reply edit_reply(Session& session, const Referral& referral, const std::string& author);

/// Whether it states anything beside its author and date.
bool has_content(const Reply& reply);

} // namespace praxis::referrals
