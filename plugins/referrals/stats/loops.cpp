// SPDX-License-Identifier: MIT
#include "stats/loops.hpp"

#include "fields.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace praxis::referrals {
namespace {

std::string became_of(Session& session, const Loop& loop) {
    if (loop.report_on) {
        return "a report arrived on " + loop.report_on->iso();
    }
    const auto referral = get_referral(session, loop.referral);
    if (const auto next = find_next_referral(session.db(), referral)) {
        return "referred again: " + next->str() + ", " + get_referral(session, *next).state;
    }
    return loop.state == "cancelled" ? "settled without another referral" : "nothing yet";
}

std::vector<Tally> in_order(std::map<std::string, Tally>&& tallies) {
    std::vector<Tally> list;
    list.reserve(tallies.size());
    for (auto& [key, tally] : tallies) {
        list.push_back(std::move(tally));
    }
    return list;
}

Value tally_value(const Tally& tally) {
    return Value::Object{
        {"name", tally.name},
        {"sent", tally.sent},
        {"clients", tally.clients},
        {"with_report", tally.answered},
        {"closure_rate", tally.rate()},
        {"median_days", tally.median_days()},
        {"declined", tally.declined},
        {"lost", tally.lost}};
}

Value tallies_value(const std::vector<Tally>& tallies) {
    Value::Array list;
    for (const auto& tally : tallies) {
        list.push_back(tally_value(tally));
    }
    return list;
}

} // namespace

void Tally::add(const Loop& loop) {
    ++sent;
    if (loop.is_first) {
        ++clients;
        answered += loop.report_on ? 1 : 0;
    }
    declined += loop.declined_on ? 1 : 0;
    lost += loop.lost_on ? 1 : 0;
    if (loop.report_on) {
        days.push_back(static_cast<int>((loop.report_on->days() - loop.sent_on.days()).count()));
    }
}

std::optional<int> Tally::rate() const {
    return clients == 0 ? std::nullopt : std::optional{(100 * answered + clients / 2) / clients};
}

std::optional<double> Tally::median_days() const {
    if (days.empty()) {
        return std::nullopt;
    }
    auto sorted = days;
    std::sort(sorted.begin(), sorted.end());
    const auto middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
}

LoopStats loop_stats(Session& session, Date first, Date last) {
    LoopStats stats{
        .first = first,
        .last = last,
        .all = {},
        .providers = {},
        .professions = {},
        .outcomes = {}};
    stats.all.name = "all";
    std::set<std::int64_t> clients;
    std::map<std::string, Tally> providers;
    std::map<std::string, Tally> professions;
    for (auto& loop : all_loops(session.db(), first, last)) {
        loop.is_first = clients.insert(loop.client.number).second;
        stats.all.add(loop);
        auto& provider = providers[loop.provider_name + " " + loop.provider.str()];
        provider.name = loop.provider_name + " (" + loop.provider.str() + ")";
        provider.add(loop);
        auto& profession = professions[loop.profession];
        profession.name = display_name(loop.profession);
        profession.add(loop);
        if (loop.declined_on || loop.lost_on) {
            auto became = became_of(session, loop);
            stats.outcomes.push_back({std::move(loop), std::move(became)});
        }
    }
    stats.providers = in_order(std::move(providers));
    stats.professions = in_order(std::move(professions));
    return stats;
}

Value stats_value(const LoopStats& stats) {
    Value::Array outcomes;
    for (const auto& [loop, became] : stats.outcomes) {
        outcomes.emplace_back(Value::Object{
            {"referral", loop.referral.str()},
            {"client", loop.client.str()},
            {"provider", loop.provider.str()},
            {"profession", loop.profession},
            {"declined_on", date_value(loop.declined_on)},
            {"lost_on", date_value(loop.lost_on)},
            {"became", became}});
    }
    auto value = tally_value(stats.all);
    value["since"] = stats.first.iso();
    value["until"] = stats.last.iso();
    value["providers"] = tallies_value(stats.providers);
    value["professions"] = tallies_value(stats.professions);
    value["outcomes"] = std::move(outcomes);
    return value;
}

} // namespace praxis::referrals
