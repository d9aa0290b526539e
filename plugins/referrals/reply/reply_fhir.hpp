// SPDX-License-Identifier: MIT
/// A report that came as FHIR R4: a DiagnosticReport, a Composition, or a Bundle that has one.
/// source  HL7 FHIR R4 (4.0.1): diagnosticreport.html, composition.html; BSeR 1.0.0: the feedback
#pragma once
#include "reply/reply.hpp"

#include <praxis/value.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// A document inside of the report: a PDF, JPEG or PNG.
struct ReplyFile {
    std::string name;
    std::string bytes;
};

struct ReadReply {
    Reply reply;
    std::vector<ReplyFile> files;
};

/// Whether a file is FHIR and not the form of a report.
bool is_fhir(const Value& file);

/// source  names the file in messages
/// errors  Refused: it has neither a DiagnosticReport nor a Composition
ReadReply reply_from_fhir(const Value& file, const std::string& source);

} // namespace praxis::referrals
