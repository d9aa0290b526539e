// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::clients {
namespace {

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool covers_technique(const ConsentRow& consent, const std::string& technique) {
    return consent.techniques.empty() ||
           (!technique.empty() && contains(consent.techniques, technique));
}

bool covers_region(const ConsentRow& consent, const std::string& region) {
    if (consent.regions.empty()) {
        return true;
    }
    if (region.empty()) {
        return contains(consent.regions, "full-body");
    }
    return std::any_of(
        consent.regions.begin(),
        consent.regions.end(),
        [&region](const std::string& agreed) { return region_holds(agreed, region); }
    );
}

/// The day on which this consent was last given or withdrawn, up to that day.
Date last_change(const ConsentRow& consent, Date on) {
    return consent.withdrawn_on && *consent.withdrawn_on <= on ? *consent.withdrawn_on
                                                               : consent.given_on;
}

std::string recipient_of(const ConsentRow& consent) {
    return fold(consent.recipient.value_or(""));
}

/// For each recipient the consent that decides: the one given or withdrawn last. "" is any
/// recipient.
std::map<std::string, const ConsentRow*>
find_deciding(const std::vector<ConsentRow>& consents, const ConsentQuery& query) {
    std::map<std::string, const ConsentRow*> decides;
    for (const auto& consent : consents) {
        if (consent.kind != query.kind || consent.given_on > query.on ||
            !covers_technique(consent, query.technique) || !covers_region(consent, query.region)) {
            continue;
        }
        auto*& before = decides[recipient_of(consent)];
        if (before == nullptr || last_change(consent, query.on) >= last_change(*before, query.on)) {
            before = &consent;
        }
    }
    const auto any = decides.find("");
    if (any != decides.end() && state_on(*any->second, query.on) == ConsentState::withdrawn) {
        std::erase_if(decides, [&](const auto& entry) {
            return std::pair{last_change(*entry.second, query.on), entry.second->id} <
                   std::pair{last_change(*any->second, query.on), any->second->id};
        });
    }
    return decides;
}

/// The ids to which a consent is limited; one empty id when it is not limited.
std::vector<std::string> limits(const std::vector<std::string>& ids) {
    return ids.empty() ? std::vector<std::string>{""} : ids;
}

} // namespace

ConsentState state_on(const ConsentRow& consent, Date on) {
    if (consent.given_on > on) {
        return ConsentState::none;
    }
    if (consent.withdrawn_on && *consent.withdrawn_on <= on) {
        return ConsentState::withdrawn;
    }
    return consent.expires_on && *consent.expires_on < on ? ConsentState::expired
                                                          : ConsentState::given;
}

std::string state_name(ConsentState state) {
    switch (state) {
    case ConsentState::given:
        return "valid";
    case ConsentState::withdrawn:
        return "withdrawn";
    case ConsentState::expired:
        return "expired";
    case ConsentState::none:
        break;
    }
    return "not yet";
}

ConsentState decide_consent(const std::vector<ConsentRow>& consents, const ConsentQuery& query) {
    const ConsentRow* newest = nullptr;
    for (const auto& [recipient, consent] : find_deciding(consents, query)) {
        if (state_on(*consent, query.on) == ConsentState::given) {
            return ConsentState::given;
        }
        if (newest == nullptr || last_change(*consent, query.on) > last_change(*newest, query.on)) {
            newest = consent;
        }
    }
    return newest == nullptr ? ConsentState::none : state_on(*newest, query.on);
}

std::string
effective_state(const std::vector<ConsentRow>& consents, const ConsentRow& row, Date on) {
    const auto own_state = state_on(row, on);
    if (own_state != ConsentState::given) {
        return state_name(own_state);
    }
    std::string result = "valid";
    for (const auto& technique : limits(row.techniques)) {
        for (const auto& region : limits(row.regions)) {
            const auto decides = find_deciding(
                consents,
                {.client = row.client,
                 .kind = row.kind,
                 .technique = technique,
                 .region = region,
                 .on = on}
            );
            const auto of_recipient = decides.find(recipient_of(row));
            const auto* decider =
                of_recipient != decides.end() ? of_recipient->second : decides.at("");
            if (decider->id == row.id) {
                return "valid";
            }
            const auto state = state_on(*decider, on);
            result = state == ConsentState::given ? "replaced" : state_name(state);
        }
    }
    return result;
}

std::vector<ConsentRow> valid_share_consents(const std::vector<ConsentRow>& consents, Date on) {
    const ConsentQuery query{
        .client = {}, .kind = "share", .technique = {}, .region = {}, .on = on};
    std::vector<ConsentRow> valid;
    for (const auto& [recipient, consent] : find_deciding(consents, query)) {
        if (state_on(*consent, on) == ConsentState::given) {
            valid.push_back(*consent);
        }
    }
    std::sort(valid.begin(), valid.end(), [](const auto& left, const auto& right) {
        return left.id < right.id;
    });
    return valid;
}

} // namespace praxis::clients
