// SPDX-License-Identifier: MIT
#include "rules/consent_gaps.hpp"

#include "note/later_consent.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace praxis::soap::suggest {

namespace {

/// The likely regions of work: those of the complaints, or any.
std::vector<std::string> places_of(const Facts& facts) {
    std::vector<std::string> places;
    for (const auto& episode : facts.episodes) {
        if (!episode.region.empty() &&
            std::find(places.begin(), places.end(), episode.region) == places.end()) {
            places.push_back(episode.region);
        }
    }
    return places.empty() ? std::vector<std::string>{""} : places;
}

constexpr std::array<std::pair<clients::ConsentState, std::string_view>, 3> gaps{
    {{clients::ConsentState::withdrawn, "withdrawn"},
     {clients::ConsentState::expired, "expired"},
     {clients::ConsentState::none, "none on record"}}};

using Places = std::vector<std::string>;

std::map<clients::ConsentState, Places> states_of(
    Session& session, const Facts& facts, const std::string& technique, const Places& places
) {
    std::map<clients::ConsentState, Places> states;
    for (const auto& place : places) {
        const auto state = session.get<clients::Directory>().consent(
            session,
            {.client = facts.client,
             .kind = "treatment",
             .technique = technique,
             .region = place,
             .on = facts.on}
        );
        states[state].push_back(place);
    }
    return states;
}

} // namespace

std::vector<ConsentGap> consent_gaps(
    Session& session,
    const Facts& facts,
    const std::vector<std::string>& techniques,
    const std::vector<std::string>& places
) {
    std::vector<ConsentGap> found;
    bool any_recorded = false; // a consent of any state
    for (const auto& technique : techniques) {
        const auto states =
            states_of(session, facts, technique, places.empty() ? places_of(facts) : places);
        any_recorded =
            any_recorded || states.size() > 1 || !states.contains(clients::ConsentState::none);
        for (const auto& [state, what] : gaps) {
            const auto lacking = states.find(state);
            if (lacking == states.end()) {
                continue;
            }
            const auto where = join(lacking->second, ", ");
            found.push_back(
                {technique, std::string{what} + (where.empty() ? "" : " (" + where + ")")}
            );
        }
    }
    if (any_recorded || techniques.empty()) {
        return found;
    }
    const auto later = find_later_consent(session.db(), facts.client, facts.on);
    return {
        later ? ConsentGap{"", describe(*later, facts.on), facts.on}
              : ConsentGap{"", "none on record"}};
}

} // namespace praxis::soap::suggest
