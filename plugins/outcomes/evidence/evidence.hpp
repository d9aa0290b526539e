// SPDX-License-Identifier: MIT
/// The reasoning view: what guidelines state, how this client responded, what the rules report, and
/// what is unknown. It draws no conclusion.
#pragma once
#include "evidence/statements.hpp"
#include "works.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// The same finding of a rule about several techniques.
struct RuleLine {
    soap::Verdict verdict = soap::Verdict::caution;
    std::vector<std::string> techniques; // ids; empty: all
    std::string why;
    std::string found;
    std::string rule; // empty: not from a rule
};

struct Evidence {
    clients::Client client;
    std::optional<ComplaintId> asked;           // the complaint that was named
    std::vector<clients::Complaint> complaints; // open, or the one that was named
    std::vector<Statement> statements;
    std::vector<Effect> responses;      // of this client, by complaint and technique
    bool leaves_out_unassigned = false; // sessions whose note names no complaint
    std::vector<RuleLine> rules;
    std::vector<std::string> unknown;
};

Evidence read_evidence(
    Session& session, clients::Client client, const std::optional<ComplaintId>& complaint
);

Document evidence_document(Session& session, const Evidence& evidence);
Value evidence_value(const Evidence& evidence);

/// Findings with the same words become one line; stops first.
std::vector<RuleLine> merge_reasons(const std::vector<soap::Reason>& reasons);

} // namespace praxis::outcomes
