// SPDX-License-Identifier: MIT
/// The letter of a referral as a file.
#pragma once
#include <praxis/document.hpp>
#include <praxis/document_output.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::referrals {

struct Letter {
    ReferralId referral;
    ClientId client;
    std::string state; // "draft", "ready", "sent" ...
    std::string recipient;
    std::string recipient_address;
    std::string email;                    // of the receiver; empty: not recorded
    Document document;                    // has the watermark DRAFT until it is sent
    std::optional<ComplaintId> complaint; // the complaint that the referral is about
};

/// The extension point `letter-format`: a letter in a format that no renderer makes from a
/// document. In plugin.toml:
///
///   [contributes]
///   "letter-format/1" = ["fhir"]
struct LetterFormat {
    static constexpr std::string_view id = "letter-format/1";
    std::string name;         // "fhir": a value of --as
    bool is_kept = false;     // made when the letter is sent, and stored with it
    bool to_receiver = false; // addressed to the receiver: only a sent letter, for nobody else
    std::function<std::string(Session&, const Letter&, const RecordOutput&)> bytes;
};

/// The names of all formats of a letter, for the shell's completion.
inline std::vector<std::string> complete_letter_format(const Completing& half) {
    auto formats = complete_document_format(half);
    for (auto& name : half.contributed_names(LetterFormat::id)) {
        formats.push_back(std::move(name));
    }
    return formats;
}

class Letters {
  public:
    static constexpr std::string_view id = "referrals.letters/1";
    virtual ~Letters() = default;

    /// The letter as a file, with its line in the disclosure ledger. A sent letter is the same
    /// whenever it is written.
    /// errors  NotFound; UsageError when `referral` is not the id of a referral, or for a format
    ///         that does not exist; as disclose_file()
    virtual File write(Session& session, const RecordOutput& output, std::string_view referral) = 0;

    /// The FHIR R4 resources of the referral as a document: the Composition first (type 57133-1),
    /// then the request and the provider. Patient, Practitioner and the rest come from the record
    /// mappers.
    virtual Value composition(Session& session, ReferralId referral) = 0;
};

} // namespace praxis::referrals
