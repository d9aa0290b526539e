// SPDX-License-Identifier: MIT
#include "bundle/making.hpp"

#include "bundle/bundle.hpp"
#include "bundle/message.hpp"
#include "fields.hpp"
#include "incoming/authorisation.hpp"
#include "referral.hpp"

#include <praxis/attachment.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis::referrals {
namespace {

using Object = Value::Object;

Value practice_of(const Practice& practice) {
    return Object{
        {"uuid", practice.uuid},
        {"name", practice.name},
        {"address", practice.address},
        {"phone", practice.phone},
        {"email", practice.email}};
}

Value author_of(const User& user) {
    return Object{
        {"uuid", user.uuid},
        {"name", user.name},
        {"profession", user.profession},
        {"licence", user.licence},
        {"phone", user.phone},
        {"email", user.email}};
}

Value client_of(const clients::Client& client) {
    return Object{
        {"full_name", client.full_name},
        {"given", client.given},
        {"family", client.family},
        {"born", client.born ? client.born->iso() : ""},
        {"gender", client.gender},
        {"phone", client.phone},
        {"email", client.email}};
}

/// The referral as both sides know it: an incoming one has the sender's UUID and number.
Value shared_part_of(const Referral& referral) {
    return Object{
        {"uuid", referral.uuid},
        {"reference", is_incoming(referral) ? referral.reference.value_or("") : referral.id.str()},
        {"question", referral.reason},
        {"urgency", referral.urgency},
        {"type", referral.type},
        {"reply_by", referral.reply_by.iso()},
        {"precautions", referral.precautions.value_or("")}};
}

Value report_of(Session& session, const Referral& referral, const SentLetter& sent) {
    const auto used = count_sessions(session, referral).used;
    return Object{
        {"dated", sent.sent_on.iso()},
        {"findings", referral.answer.value_or("")},
        {"services", std::to_string(used) + (used == 1 ? " session" : " sessions")},
        {"recommendations", on_one_line(referral.continuing.value_or(""))}};
}

Value kept_fhir_of(Session& session, const Referral& referral) {
    const auto kept = find_kept_letter(session.db(), referral.id, "fhir");
    if (!kept) {
        throw Refused(
            "the FHIR of " + referral.id.str() + " was not kept when it was sent",
            "send the letter another way: praxis referral letter " + referral.id.str() +
                " -o letter.pdf --protect"
        );
    }
    return parse_json(*kept, "the FHIR of " + referral.id.str(), most_sealed_bytes);
}

std::string bytes_of(Session& session, const Letter& letter, const RecordOutput& output) {
    const auto referral = get_referral(session, letter.referral);
    const auto sent = find_letter(session.db(), referral.id); // address_to_receiver() checked it
    const bool is_report = is_incoming(referral);
    Bundle bundle;
    bundle.kind = is_report ? "report" : "referral";
    bundle.uuid = session.new_uuid();
    bundle.made_at = session.civil_now().iso();
    bundle.practice = practice_of(session.practice());
    bundle.author = author_of(get_user(session.db(), referral.referrer));
    bundle.client = client_of(session.get<clients::Directory>().get(session, referral.client));
    bundle.referral = shared_part_of(referral);
    bundle.message = message_of(session, referral, kept_fhir_of(session, referral));
    bundle.files.push_back(
        {referral.id.str() + ".pdf",
         "application/pdf",
         render_document(session, letter.document, "pdf", choose_paper(session, output.paper))}
    );
    if (is_report) {
        bundle.report = report_of(session, referral, sent.value());
    } else {
        for (const auto& file : attachments_of(session, referral.id.str())) {
            bundle.files.push_back({file.name, file.media_type, attachment_bytes(session, file.id)}
            );
        }
    }
    return seal_file(session, bundle_kind, write_bundle(session, bundle));
}

} // namespace

LetterFormat bundle_letter() {
    return {.name = "bundle", .to_receiver = true, .bytes = bytes_of};
}

} // namespace praxis::referrals
