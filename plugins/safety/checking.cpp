// SPDX-License-Identifier: MIT
#include "checking.hpp"

#include "override_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace praxis::safety {

namespace {

std::vector<std::string> techniques_of(const std::vector<Work>& work) {
    std::set<std::string> ids;
    for (const auto& each : work) {
        ids.insert(each.technique);
    }
    return {ids.begin(), ids.end()};
}

bool is_there(const std::vector<std::string>& regions, const std::string& region) {
    return regions.empty() || region.empty() ||
           std::any_of(regions.begin(), regions.end(), [&region](const std::string& place) {
               return region_holds(place, region) || region_holds(region, place);
           });
}

void add(std::vector<CheckedConcern>& told, Concern concern, const Question& question) {
    if (!is_about(concern, question.work)) {
        return;
    }
    if (concern.weight != Weight::stop || !concern.technique.empty()) {
        told.push_back({.concern = std::move(concern)});
        return;
    }
    for (auto& technique : techniques_of(question.work)) {
        auto each = concern;
        each.technique = std::move(technique);
        if (is_about(each, question.work)) {
            told.push_back({.concern = std::move(each)});
        }
    }
}

/// Of several overrides each may let some of the work pass.
void hold_against(
    const std::vector<Override>& overrides, const Question& question, CheckedConcern& told
) {
    const auto& stop = told.concern;
    std::optional<Override> last;
    bool all = true;
    for (const auto& work : question.work) {
        if (work.technique != stop.technique || !is_there(stop.regions, work.region)) {
            continue;
        }
        bool passes = false;
        for (const auto& made : overrides) {
            if (is_for(made, stop, work, question.on)) {
                auto& which = knew_all(made, stop) ? last : told.outgrown;
                which = made;
                passes = passes || &which == &last;
            }
        }
        all = all && passes;
        if (!passes && !work.region.empty()) {
            told.regions_left.push_back(work.region);
        }
    }
    if (all) {
        told.overridden = last;
        told.outgrown.reset();
    }
}

/// Without a name nobody could ever override it.
void refuse_nameless(const Concern& concern, const std::string& check) {
    if (concern.weight == Weight::stop && concern.rule.empty()) {
        throw PluginError(
            "the check '" + check + "' has a stop without a rule's name", "praxis plugin list"
        );
    }
}

/// A slip in somebody's check is told as that check's.
std::vector<Concern> look(const Check& check, Session& session, const Question& question) {
    try {
        return check.look(session, question);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw PluginError(
            "the check '" + check.name + "' failed: " + error.what(),
            "praxis plugin list shows whose it is; praxis plugin disable switches it off"
        );
    }
}

} // namespace

bool is_about(const Concern& concern, const std::vector<Work>& work) {
    return std::any_of(work.begin(), work.end(), [&concern](const Work& each) {
        return (concern.technique.empty() || concern.technique == each.technique) &&
               is_there(concern.regions, each.region);
    });
}

Answer ask_all(Session& session, const Question& question) {
    const auto checks = session.all<Check>();
    Answer answer{.told = {}, .unavailable = checks.unavailable};
    for (const auto* const check : checks.items) {
        for (auto& concern : look(*check, session, question)) {
            refuse_nameless(concern, check->name);
            add(answer.told, std::move(concern), question);
        }
    }
    const auto overrides = overrides_of(session.db(), question.client);
    for (auto& told : answer.told) {
        if (told.concern.weight == Weight::stop) {
            hold_against(overrides, question, told);
        }
    }
    std::stable_sort(
        answer.told.begin(),
        answer.told.end(),
        [](const CheckedConcern& left, const CheckedConcern& right) {
            return std::tie(left.concern.weight, left.concern.technique) <
                   std::tie(right.concern.weight, right.concern.technique);
        }
    );
    return answer;
}

std::string_view weight_id(Weight weight) {
    static constexpr std::array<std::string_view, 5> ids{
        "stop", "no-consent", "keep-off", "not-asked", "caution"};
    return ids.at(static_cast<std::size_t>(weight));
}

bool forbids(const CheckedConcern& told) {
    switch (told.concern.weight) {
    case Weight::stop:
        return !told.overridden;
    case Weight::no_consent:
    case Weight::not_asked:
        return true;
    case Weight::keep_off:
    case Weight::caution:
        break;
    }
    return false;
}

std::vector<std::string> fixes_for(const std::vector<CheckedConcern>& told) {
    std::vector<std::string> fixes;
    for (const auto& each : told) {
        const auto& fix = each.concern.fix;
        if (!fix.empty() && std::find(fixes.begin(), fixes.end(), fix) == fixes.end()) {
            fixes.push_back(fix);
        }
    }
    return fixes;
}

std::string override_command(
    ClientId client, const CheckedConcern& stop, Date from, std::optional<NoteId> note
) {
    const auto& concern = stop.concern;
    std::string command = "praxis safety override " + client.str() + " --rule " + concern.rule +
                          " --technique " + concern.technique;
    for (const auto& region : stop.regions_left) {
        command += " --region " + region;
    }
    command += note ? " --note " + note->str() : " --from " + from.iso();
    return command + " --reason \"...\"";
}

} // namespace praxis::safety
