// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "letter/letter.hpp"
#include "letter/letter_json.hpp"

#include <praxis/digest.hpp>

#include <utility>

namespace praxis::referrals {

Recipient recipient_of(const Provider& provider) {
    auto name = provider.name;
    if (provider.organisation) {
        name += ", " + *provider.organisation;
    }
    return {std::move(name), contact_details_of(provider)};
}

SentLetter freeze_letter(
    Session& session,
    const Referral& referral,
    WrittenLetter letter,
    const std::string& via,
    Date sent_on
) {
    const auto provider = get_provider(session.db(), referral.provider);
    auto recipient = recipient_of(provider);
    if (via == "email" && provider.email) {
        recipient.address = *provider.email;
    } else if (via == "fax" && provider.fax) {
        recipient.address = *provider.fax;
    }
    letter.document.watermark.clear();
    const std::string kind = is_incoming(referral) ? "report on referral" : "referral letter";
    SentLetter sent;
    sent.uuid = session.new_uuid();
    sent.referral = referral.id;
    sent.via = via;
    sent.sent_on = sent_on;
    sent.recipient = recipient.name;
    sent.recipient_address = text_or_nothing(recipient.address);
    sent.content = letter_to_json(letter.document, letter.parts);
    sent.digest = digest_of(sent.content);
    sent.disclosure = session.record_disclosure(
        {.client = referral.client.number,
         .recipient = sent.recipient,
         .recipient_address = recipient.address,
         .what = kind + " " + referral.id.str() + ", sent on " + sent_on.iso() + " by " + via,
         .purpose = "treatment",
         .digest = sent.digest}
    );
    insert_letter(session.db(), sent);
    for (const auto& name : referral.copies) {
        session.record_disclosure(
            {.client = referral.client.number,
             .recipient = name,
             .recipient_address = {},
             .what = "copy of " + kind + " " + referral.id.str() + ", sent on " + sent_on.iso(),
             .purpose = "treatment",
             .digest = sent.digest}
        );
    }
    return sent;
}

} // namespace praxis::referrals
