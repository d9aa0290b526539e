// SPDX-License-Identifier: MIT
/// How long a record must be kept in the jurisdiction of the practice:
/// schemas/clients/retention/*.toml.
#pragma once
#include <praxis/clients/birth_date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::clients {

struct RetentionRule {
    std::string jurisdiction; // "CA-ON"
    std::string name;
    int years = 0;           // from the last entry
    int minor_until_age = 0; // of a client who was younger: from that birthday
    int minor_years = 0;
    std::string source;
};

/// The rule of the practice's jurisdiction; no value when there is none.
/// errors  PluginError: a rule file is incomplete
std::optional<RetentionRule> find_retention_rule(Session& session);

/// The first day on which the record may be erased. In other years, 1 March replaces 29 February.
Date keep_until(const RetentionRule& rule, Date last_entry, const std::optional<BirthDate>& born);

} // namespace praxis::clients
