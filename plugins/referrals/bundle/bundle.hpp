// SPDX-License-Identifier: MIT
/// A referral, or the report on one, as one file for another practice: the letter, its FHIR and its
/// attachments, signed by the sender and sealed with a passphrase.
/// source  schemas/formats/referral-bundle.md
#pragma once
#include <praxis/sealed_file.hpp>
#include <praxis/session.hpp>
#include <praxis/signature.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

inline constexpr SealedKind bundle_kind{"PRAXISR1", "praxis-referral/1", "bundle"};

struct BundleFile {
    std::string name;
    std::string media_type;
    std::string bytes;
};

struct Bundle {
    std::string kind;    // "referral" or "report"
    std::string uuid;    // of this bundle
    std::string made_at; // ISO 8601 with its offset
    Value practice;      // the sender's: uuid, name, address, phone, email
    Value author;        // uuid, name, profession, licence, phone, email
    Value client;        // full_name, given, family, born, gender, phone, email
    Value referral;      // uuid, reference, question, urgency, type, reply_by, precautions
    Value report;        // of kind "report": dated, findings, services, recommendations
    Value message;       // FHIR R4 Bundle of type message
    std::vector<BundleFile> files; // the letter as a PDF first
    Signature signature;           // over the canonical JSON of all other members
};

/// The text of a bundle, signed by the user.
/// errors  as Session::sign()
std::string write_bundle(Session& session, const Bundle& bundle);

/// path  names the file in messages
/// errors  Refused: not a bundle, a member is missing or of another kind, a file differs from its
///         digest, or the signature does not belong to the content
Bundle read_bundle(std::string_view text, const std::string& path);

} // namespace praxis::referrals
