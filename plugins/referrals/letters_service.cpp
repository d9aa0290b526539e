// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"
#include "record/fhir.hpp"
#include "record/records.hpp"

namespace praxis::referrals {
namespace {

class StoredLetters : public Letters {
  public:
    Letter letter(Session& session, std::string_view text) override {
        const auto referral = get_referral(session, text);
        Letter letter;
        letter.referral = referral.id;
        letter.client = referral.client;
        letter.state = referral.state;
        letter.complaint = referral.complaint;
        letter.document = current_letter(session, referral).document;
        if (const auto sent = find_letter(session.db(), referral.id)) {
            letter.recipient = sent->recipient;
            letter.recipient_address = sent->recipient_address.value_or("");
        } else {
            auto recipient = recipient_of(get_provider(session.db(), referral.provider));
            letter.recipient = std::move(recipient.name);
            letter.recipient_address = std::move(recipient.address);
        }
        return letter;
    }

    Value composition(Session& session, ReferralId number) override {
        const auto referral = get_referral(session, number);
        Value::Array resources;
        resources.push_back(
            composition_resource(session, referral, current_letter(session, referral))
        );
        for (auto& resource : referral_resources(session, referral)) {
            resources.push_back(std::move(resource));
        }
        const auto provider = get_provider(session.db(), referral.provider);
        for (auto& resource : provider_resources(session, provider)) {
            resources.push_back(std::move(resource));
        }
        return resources;
    }
};

} // namespace

std::shared_ptr<Letters> make_letters() {
    return std::make_shared<StoredLetters>();
}

} // namespace praxis::referrals
