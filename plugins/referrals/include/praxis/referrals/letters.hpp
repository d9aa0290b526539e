// SPDX-License-Identifier: MIT
/// The letter of a referral, for plugins that write it to a file.
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
    Document document;                    // has the watermark DRAFT until it is sent
    std::optional<ComplaintId> complaint; // the complaint that the referral is about
};

class Letters {
  public:
    static constexpr std::string_view id = "referrals.letters/1";
    virtual ~Letters() = default;

    /// errors  NotFound; UsageError when `referral` is not the id of a referral
    virtual Letter letter(Session& session, std::string_view referral) = 0;

    /// The FHIR R4 resources of the referral as a document: the Composition first (type 57133-1),
    /// then the request and the provider. Patient, Practitioner and the rest come from the record
    /// mappers.
    virtual Value composition(Session& session, ReferralId referral) = 0;
};

} // namespace praxis::referrals
