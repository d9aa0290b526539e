// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"
#include "letter/letter_file.hpp"
#include "record/fhir.hpp"
#include "record/records.hpp"

namespace praxis::referrals {
namespace {

class StoredLetters : public Letters {
  public:
    File write(Session& session, const RecordOutput& output, std::string_view referral) override {
        return write_letter_file(session, output, get_referral(session, referral));
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
