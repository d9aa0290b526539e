// SPDX-License-Identifier: MIT
#include "record/records.hpp"

#include "letter/letter_json.hpp"
#include "record/fhir.hpp"
#include "reply/reply.hpp"

#include <algorithm>
#include <set>

namespace praxis::referrals {
namespace {

Value json_of(Session& session, const Referral& referral) {
    auto value = referral_value(referral);
    Value::Array events;
    const auto replies = all_replies(session.db(), referral.id);
    for (const auto& event : all_events(session.db(), referral.id)) {
        auto step = event_value(event);
        for (const auto& reply : replies) {
            if (event.reply == reply.number) {
                step["reply_uuid"] = reply.uuid;
            }
        }
        events.push_back(std::move(step));
    }
    value["events"] = std::move(events);
    Value::Array reports;
    for (const auto& reply : replies) {
        reports.push_back(reply_value(reply));
    }
    value["replies"] = std::move(reports);
    value["letter"] = Value{};
    if (const auto letter = find_letter(session.db(), referral.id)) {
        auto sent = letter_value(*letter);
        sent["content"] =
            parse_json(letter->content, "the letter of " + referral.id.str(), most_letter_bytes);
        value["letter"] = std::move(sent);
    }
    return value;
}

Value json_of(const Provider& provider) {
    auto value = provider_value(provider);
    value["created_at"] = static_cast<std::int64_t>(provider.created_at.time_since_epoch().count());
    return value;
}

/// The provider, after the one into which it was merged.
void take_provider(
    Session& session, ProviderId id, std::set<std::int64_t>& known, const RecordSink& take
) {
    if (!known.insert(id.number).second) {
        return;
    }
    const auto provider = get_provider(session.db(), id);
    if (provider.merged_into) {
        take_provider(session, *provider.merged_into, known, take);
    }
    take("providers", json_of(provider));
}

/// The client's referrals, oldest first, each after the provider that it names.
void write_of_client(Session& session, ClientId client, const RecordSink& take) {
    std::set<std::int64_t> known;
    auto all = all_referrals(session.db(), {.client = client});
    std::reverse(all.begin(), all.end());
    for (const auto& referral : all) {
        take_provider(session, referral.provider, known, take);
        take("referrals", json_of(session, referral));
    }
}

void write_all(Session& session, const RecordSink& take) {
    for (const auto& provider : all_providers_ever(session.db())) {
        take("providers", json_of(provider));
    }
    for (const auto id : all_referral_ids(session.db())) {
        take("referrals", json_of(session, find_referral(session.db(), id).value()));
    }
}

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    if (client) {
        write_of_client(session, *client, take);
    } else {
        write_all(session, take);
    }
}

std::vector<Value> as_fhir(Session& session, const FhirRequest& request) {
    std::vector<Value> resources;
    std::set<std::int64_t> known;
    auto all = all_referrals(session.db(), {.client = request.client});
    std::reverse(all.begin(), all.end());
    for (const auto& referral : all) {
        if ((request.referral && referral.id != *request.referral) ||
            (request.complaint && referral.complaint != request.complaint)) {
            continue;
        }
        for (auto& resource : referral_resources(session, referral)) {
            resources.push_back(std::move(resource));
        }
        if (known.insert(referral.provider.number).second) {
            const auto provider = get_provider(session.db(), referral.provider);
            for (auto& resource : provider_resources(session, provider)) {
                resources.push_back(std::move(resource));
            }
        }
    }
    return resources;
}

} // namespace

RecordMapper record_mapper() {
    return {
        .name = "referrals",
        .tables =
            {"referrals_provider",
             "referrals_referral",
             "referrals_note",
             "referrals_enclosure",
             "referrals_copy",
             "referrals_event",
             "referrals_letter",
             "referrals_reply"},
        .kinds = {{"providers"}, {"referrals"}},
        .write = write_records,
        .fhir = as_fhir};
}

} // namespace praxis::referrals
