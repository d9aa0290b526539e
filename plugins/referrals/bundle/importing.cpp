// SPDX-License-Identifier: MIT
#include "bundle/importing.hpp"

#include "bundle/sender.hpp"
#include "fields.hpp"
#include "incoming/receiving.hpp"
#include "reply/recording.hpp"

#include <praxis/attachment.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::referrals {
namespace {

std::optional<Referral> find_by_uuid(Session& session, const std::string& uuid) {
    const auto id = find_referral_id(session.db(), uuid);
    return id ? std::optional{get_referral(session, *id)} : std::nullopt;
}

std::string name_in(const Bundle& bundle) {
    return visible(bundle.client.text_at("full_name"));
}

std::optional<clients::BirthDate> birth_date_in(const Bundle& bundle) {
    return clients::BirthDate::from_iso(bundle.client.text_at("born"));
}

/// A letter in another client's chart is worse than none.
void check_is_same_person(const Bundle& bundle, const clients::Client& client) {
    const auto born = birth_date_in(bundle);
    const bool may_be_same =
        !born || !client.born ||
        (born->earliest() <= client.born->latest() && client.born->earliest() <= born->latest());
    if (!may_be_same) {
        throw Refused(
            "the file is about " + name_in(bundle) + ", born " + born->iso() + "; " +
                client.id.str() + " is " + client.full_name + ", born " + client.born->iso(),
            "praxis client find gives the id of the right client"
        );
    }
}

clients::Client
find_client(Session& session, const Bundle& bundle, const std::optional<std::string>& given) {
    auto& directory = session.get<clients::Directory>();
    const auto born = birth_date_in(bundle);
    if (given) {
        auto client = directory.get(session, *given);
        check_is_same_person(bundle, client);
        if (fold(client.full_name) != fold(bundle.client.text_at("full_name"))) {
            session.report(
                "the file names the client " + name_in(bundle) + "; " + client.id.str() + " is " +
                client.full_name
            );
        }
        return client;
    }
    const auto about = name_in(bundle) + (born ? ", born " + born->iso() : "");
    try {
        auto client = directory.get(
            session, bundle.client.text_at("full_name") + (born ? " " + born->iso() : "")
        );
        if (fold(client.full_name) == fold(bundle.client.text_at("full_name"))) {
            check_is_same_person(bundle, client);
            return client;
        }
        throw Refused(
            "the file is about " + about + "; " + client.id.str() + " is " + client.full_name,
            "if that is the same person: praxis referral import FILE --client " + client.id.str()
        );
    } catch (const NotFound&) {
        throw Refused(
            "the file is about " + about + ", who is not in this practice",
            "praxis client add --given \"...\" --family \"...\"" +
                (born ? " --born " + born->iso() : "") +
                "; or, if the client is here: praxis referral import FILE --client CLIENT"
        );
    }
}

/// The value if the table of referrals knows it, otherwise the other one.
std::string
one_of(const std::string& value, const std::array<const char*, 4>& known, const char* otherwise) {
    return std::find(known.begin(), known.end(), value) == known.end() ? otherwise : value;
}

void attach_files(Session& session, const Referral& referral, const Bundle& bundle) {
    for (const auto& file : bundle.files) {
        attach_bytes(session, referral.client, referral.id.str(), file.name, file.bytes);
    }
}

/// The sender does not know the complaints of this practice: of several, the user says which.
std::optional<ComplaintId> complaint_of_import(Session& session, ClientId client) {
    const auto open = session.get<clients::Directory>().open_complaints(session, client);
    return open.size() == 1 ? std::optional{open.front().id} : std::nullopt;
}

/// The report is due on the day that the sender asked for, if that is still ahead.
std::optional<Date> due_day(Session& session, const Bundle& bundle) {
    const auto day = Date::from_iso(bundle.referral.text_at("reply_by"));
    return day && *day >= session.today() ? day : std::nullopt;
}

Referral import_referral(
    Session& session, const Bundle& bundle, Date arrived, const std::optional<std::string>& client
) {
    const auto& shared = bundle.referral;
    if (const auto known = find_by_uuid(session, shared.text_at("uuid"))) {
        throw Refused(
            is_incoming(*known) ? "this referral is already here: " + known->id.str()
                                : "this is your own referral " + known->id.str() +
                                      ": give the file to the receiver",
            "praxis referral show " + known->id.str()
        );
    }
    Referral referral;
    referral.uuid = shared.text_at("uuid");
    referral.client = find_client(session, bundle, client).id;
    referral.provider = take_sender(session, bundle).id;
    referral.reason = trim(shared.text_at("question"));
    referral.type = one_of(shared.text_at("type"), referral_types, "treat");
    ReferralOptions options;
    options.urgency = one_of(shared.text_at("urgency"), urgencies, "routine");
    options.reply_by = due_day(session, bundle);
    IncomingOptions incoming;
    incoming.reference = on_one_line(shared.text_at("reference"));
    start_incoming(session, referral, arrived, options, incoming);
    referral.precautions = text_or_nothing(shared.text_at("precautions"));
    referral.complaint = complaint_of_import(session, referral.client);
    insert_incoming(session, referral, arrived, describe_signature(bundle));
    attach_files(session, referral, bundle);
    if (!referral.complaint) {
        session.report(
            "which complaint it is about: praxis referral edit " + referral.id.str() +
            " --complaint ID"
        );
    }
    return referral;
}

Referral import_report(Session& session, const Bundle& bundle, Date arrived) {
    auto referral = find_by_uuid(session, bundle.referral.text_at("uuid"));
    if (!referral || is_incoming(*referral)) {
        throw Refused(
            "the file is a report on a referral that this practice did not write",
            "import it where the referral was written"
        );
    }
    Reply reply;
    reply.uuid = bundle.uuid;
    reply.kind = "final";
    reply.author = on_one_line(bundle.author.text_at("name"));
    reply.dated_on = Date::from_iso(bundle.report.text_at("dated"));
    reply.findings = text_or_nothing(bundle.report.text_at("findings"));
    reply.services = text_or_nothing(bundle.report.text_at("services"));
    reply.recommendations = text_or_nothing(bundle.report.text_at("recommendations"));
    for (const auto& known : all_replies(session.db(), referral->id)) {
        if (known.uuid == reply.uuid) {
            throw Refused(
                "this report is already here: " + referral->id.str(),
                "praxis referral show " + referral->id.str()
            );
        }
    }
    Evidence evidence;
    evidence.on = arrived;
    evidence.note = describe_signature(bundle);
    record_reply(session, *referral, std::move(reply), std::move(evidence));
    attach_files(session, *referral, bundle);
    session.report("when you have read the report: praxis referral close " + referral->id.str());
    return *std::move(referral);
}

} // namespace

Referral import_bundle(
    Session& session, const Bundle& bundle, Date arrived, const std::optional<std::string>& client
) {
    session.report(describe_signature(bundle) + "; the sender finds it with praxis user show");
    return bundle.kind == "report" ? import_report(session, bundle, arrived)
                                   : import_referral(session, bundle, arrived, client);
}

} // namespace praxis::referrals
