// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "stats/loops.hpp"

#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/period.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::optional<std::string> since;
    std::optional<std::string> until;
};

void options(Options<Args>& given) {
    given.option(
        &Args::since, "since", "DATE", "referrals sent from that day on; default: this year"
    );
    given.option(&Args::until, "until", "DATE", "referrals sent up to that day; default: today");
}

std::string days_text(const std::optional<double>& days) {
    return days ? Value{*days}.plain() : "–";
}

std::string rate_text(const Tally& tally) {
    const auto rate = tally.rate();
    return rate ? std::to_string(*rate) + " %" : "–";
}

Grid grid_of(const std::string& title, const std::vector<Tally>& tallies) {
    Grid grid{
        "",
        {{title},
         {"Sent", Align::right},
         {"Clients", Align::right},
         {"With report", Align::right},
         {"Closed loops", Align::right},
         {"Median days", Align::right},
         {"Declined", Align::right},
         {"Lost", Align::right}},
        {}};
    for (const auto& tally : tallies) {
        grid.rows.push_back(
            {tally.name,
             std::to_string(tally.sent),
             std::to_string(tally.clients),
             std::to_string(tally.answered),
             rate_text(tally),
             days_text(tally.median_days()),
             std::to_string(tally.declined),
             std::to_string(tally.lost)}
        );
    }
    return grid;
}

Grid outcomes_of(const std::vector<Outcome>& outcomes) {
    Grid grid{"", {{"Referral"}, {"Client"}, {"Provider"}, {"What happened"}, {"Then"}}, {}};
    for (const auto& [loop, became] : outcomes) {
        grid.rows.push_back(
            {loop.referral.str(),
             loop.client.str(),
             loop.provider_name,
             loop.declined_on ? "declined on " + loop.declined_on->iso()
                              : "lost on " + loop.lost_on.value_or(Date{}).iso(),
             became}
        );
    }
    return grid;
}

Document document_of(const LoopStats& stats) {
    Document document;
    document.title = "Referrals sent from " + stats.first.iso() + " to " + stats.last.iso();
    if (stats.all.sent == 0) {
        document.add(Paragraph{"No referral was sent."});
        return document;
    }
    document.add(Facts{{
        {"Closure rate",
         rate_text(stats.all) + ": a report came back for " + std::to_string(stats.all.answered) +
             " of " + std::to_string(stats.all.clients) + " clients"},
        {"Days to the report", days_text(stats.all.median_days()) + " (median)"},
    }});
    document.add(grid_of("Profession", stats.professions));
    document.add(grid_of("Provider", stats.providers));
    if (!stats.outcomes.empty()) {
        document.add(Heading{2, "Declined or lost"});
        document.add(outcomes_of(stats.outcomes));
    }
    document.add(Paragraph{
        "The closure rate follows CMS50: the first referral of each client counts.", Tone::small});
    return document;
}

Result run(Session& session, const Args& args) {
    const auto today = session.today();
    const auto last = read_last_day(session, "--until", args.until).value_or(today);
    const auto first = read_first_day(session, "--since", args.since)
                           .value_or(Date::from_iso(last.iso().substr(0, 4) + "-01-01").value());
    if (last < first) {
        throw UsageError("--until is before --since", "praxis help referral stats");
    }
    const auto stats = std::make_shared<const LoopStats>(loop_stats(session, first, last));
    return View{[stats] { return stats_value(*stats); }, [stats] { return document_of(*stats); }};
}

} // namespace

CommandSpec referral_stats_command() {
    return command<Args>({
        .summary = "how many referrals came back with a report, and how fast",
        .details =
            "The closure rate is that of the measure CMS50: of the clients whom you referred, the "
            "share whose first referral came back with a final report. Void referrals do not "
            "count. CMS counts referrals made until October 31: --until 2026-10-31. The median "
            "counts the days from the letter to the report.",
        .examples =
            {"praxis referral stats",
             "praxis referral stats --since 2026-01-01 --until 2026-10-31"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
