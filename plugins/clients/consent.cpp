// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::clients {
namespace {

bool holds(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool covers_technique(const ConsentRow& consent, const std::string& technique) {
    return consent.techniques.empty() ||
           (!technique.empty() && holds(consent.techniques, technique));
}

bool covers_region(const ConsentRow& consent, const std::string& region) {
    if (consent.regions.empty()) {
        return true;
    }
    if (region.empty()) {
        return holds(consent.regions, "full-body");
    }
    return std::any_of(
        consent.regions.begin(),
        consent.regions.end(),
        [&region](const std::string& agreed) { return region_holds(agreed, region); }
    );
}

/// The day of the last word about this consent, up to that day.
Date last_word(const ConsentRow& consent, Date on) {
    return consent.withdrawn_on && *consent.withdrawn_on <= on ? *consent.withdrawn_on
                                                               : consent.given_on;
}

std::string recipient_of(const ConsentRow& consent) {
    return fold(consent.recipient.value_or(""));
}

/// For each recipient the consent that has the last word; "" stands for any recipient.
std::map<std::string, const ConsentRow*>
deciding(const std::vector<ConsentRow>& consents, const ConsentQuery& query) {
    std::map<std::string, const ConsentRow*> decides;
    for (const auto& consent : consents) {
        if (consent.kind != query.kind || consent.given_on > query.on ||
            !covers_technique(consent, query.technique) || !covers_region(consent, query.region)) {
            continue;
        }
        auto*& before = decides[recipient_of(consent)];
        if (before == nullptr || last_word(consent, query.on) >= last_word(*before, query.on)) {
            before = &consent;
        }
    }
    const auto any = decides.find("");
    if (any != decides.end() && state_on(*any->second, query.on) == ConsentState::withdrawn) {
        std::erase_if(decides, [&](const auto& entry) {
            return std::pair{last_word(*entry.second, query.on), entry.second->id} <
                   std::pair{last_word(*any->second, query.on), any->second->id};
        });
    }
    return decides;
}

/// The ids a consent is limited to; one empty id when it is not limited.
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

std::string state_word(ConsentState state) {
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
    for (const auto& [recipient, consent] : deciding(consents, query)) {
        if (state_on(*consent, query.on) == ConsentState::given) {
            return ConsentState::given;
        }
        if (newest == nullptr || last_word(*consent, query.on) > last_word(*newest, query.on)) {
            newest = consent;
        }
    }
    return newest == nullptr ? ConsentState::none : state_on(*newest, query.on);
}

std::string standing_of(const std::vector<ConsentRow>& consents, const ConsentRow& row, Date on) {
    const auto own_state = state_on(row, on);
    if (own_state != ConsentState::given) {
        return state_word(own_state);
    }
    std::string standing = "valid";
    for (const auto& technique : limits(row.techniques)) {
        for (const auto& region : limits(row.regions)) {
            const auto decides = deciding(
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
            standing = state == ConsentState::given ? "replaced" : state_word(state);
        }
    }
    return standing;
}

std::vector<ConsentRow> standing_to_share(const std::vector<ConsentRow>& consents, Date on) {
    const ConsentQuery query{
        .client = {}, .kind = "share", .technique = {}, .region = {}, .on = on};
    std::vector<ConsentRow> standing;
    for (const auto& [recipient, consent] : deciding(consents, query)) {
        if (state_on(*consent, on) == ConsentState::given) {
            standing.push_back(*consent);
        }
    }
    std::sort(standing.begin(), standing.end(), [](const auto& left, const auto& right) {
        return left.id < right.id;
    });
    return standing;
}

} // namespace praxis::clients
