// SPDX-License-Identifier: MIT
/// The letter of a referral, for whoever turns it into a file.
#pragma once
#include <praxis/document.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

struct Letter {
    ReferralId referral;
    ClientId client;
    std::string state; // "draft", "ready", "sent" ...
    std::string recipient;
    std::string recipient_address;
    Document document;                    // watermarked DRAFT until it was sent
    std::optional<ComplaintId> complaint; // the episode that it is about
};

class Letters {
  public:
    static constexpr std::string_view id = "referrals.letters/1";
    virtual ~Letters() = default;

    /// errors  NotFound; UsageError when that is no id of a referral
    virtual Letter letter(Session& session, std::string_view referral) = 0;

    /// FHIR R4 resources that make the referral a document: a Composition first (type 57133-1),
    /// then what it refers to. Patient, Practitioner and the rest come from the record mappers.
    virtual Value composition(Session& session, ReferralId referral) = 0;
};

} // namespace praxis::referrals
