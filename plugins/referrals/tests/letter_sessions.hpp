// SPDX-License-Identifier: MIT
/// Sessions for tests, as a letter reads them from signed notes.
#pragma once
#include "letter/profile.hpp"
#include "letter/sessions.hpp"

#include <praxis/value.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::referrals::testing {

/// body  TOML, as a note has it
inline SessionFacts
session_on(const char* day, const std::string& body, std::vector<std::string> copied = {}) {
    SessionFacts session;
    session.day = *Date::from_iso(day);
    session.body = parse_toml(body, "note");
    session.copied = std::move(copied);
    return session;
}

inline Profile profile_with(const std::string& toml, DateForm dates = DateForm::iso) {
    return Profile{{parse_toml(toml, "profile")}, Language{dates}};
}

} // namespace praxis::referrals::testing
