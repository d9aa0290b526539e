// SPDX-License-Identifier: MIT
/// How long a record has to be kept where the practice is: schemas/clients/retention/*.toml.
#pragma once
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::clients {

struct RetentionRule {
    std::string jurisdiction; // "CA-ON"
    std::string name;
    int years = 0;           // from the last entry on
    int minor_until_age = 0; // somebody younger then: counted from that birthday on
    int minor_years = 0;
    std::string source;
};

/// The rule of the practice's jurisdiction; nothing when none is known.
/// errors  Refused: a rule file is not whole
std::optional<RetentionRule> find_retention_rule(Session& session);

/// The first day on which the record may go. A birthday on 29 February counts on 1 March.
Date keep_until(const RetentionRule& rule, Date last_entry, std::optional<Date> born);

} // namespace praxis::clients
