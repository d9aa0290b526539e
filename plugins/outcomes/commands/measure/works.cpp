// SPDX-License-Identifier: MIT
#include "works.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/period.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace outcomes;

struct Args {
    std::optional<std::string> client;
    std::optional<std::string> by;
    std::optional<std::string> measure;
    std::optional<std::string> since;
    std::optional<std::string> until;
};

void options(Options<Args>& options) {
    options.option(&Args::client, "client", "CLIENT", "only sessions of this client")
        .option(&Args::by, "by", "WHAT", "only this grouping (default: all three)")
        .choices({"technique", "region", "cause"})
        .option(&Args::measure, "instrument", "ID", "what changed (default: nprs, pain)")
        .choices({"nprs", "stress", "relaxation"})
        .option(&Args::since, "since", "DATE", "sessions on this day or later")
        .option(&Args::until, "until", "DATE", "sessions on this day or earlier");
}

WorksQuestion question_of(Session& session, const Args& args) {
    const auto measure = args.measure.value_or("nprs");
    WorksQuestion question{.measure = measure == "nprs" ? "pain" : measure, .by = {}};
    if (args.client) {
        question.client = session.get<clients::Directory>().get(session, *args.client).id;
    }
    const auto start_of = [&session](Date day) {
        return session.zone().at(CivilTime{.date = day}).instant;
    };
    if (const auto first = read_first_day(session, "since", args.since)) {
        question.since = start_of(*first);
    }
    if (const auto last = read_last_day(session, "until", args.until)) {
        question.until = start_of(last->plus_days(1));
    }
    return question;
}

Value number_or_null(const Summary& summary, double number) {
    return summary.count == 0 ? Value{} : Value{number};
}

Table::Row row_of(const Effect& effect) {
    const auto& within = effect.within;
    const auto& next = effect.until_next;
    return make_row(
        effect.by,
        effect.name,
        effect.clients,
        within.count,
        summary_text(within),
        spread_text(within),
        next.count,
        summary_text(next),
        effect.is_few() ? "few" : "",
        number_or_null(within, within.mean),
        within.spread,
        number_or_null(within, within.least),
        number_or_null(within, within.most),
        number_or_null(next, next.mean),
        next.spread
    );
}

std::vector<Table::Column> columns() {
    constexpr auto right = Align::right;
    return {
        {"by", "By"},
        {"name", "Name"},
        {"clients", "Clients", right},
        {"sessions", "n", right},
        {"within", "Better within", right},
        {"range", "Range", right},
        {"next_sessions", "n", right},
        {"until_next", "Better by next", right},
        {"few", "Few?"},
        {"within_mean", "Mean within", right, true},
        {"within_spread", "Spread within", right, true},
        {"within_least", "Least within", right, true},
        {"within_most", "Greatest within", right, true},
        {"next_mean", "Mean until next", right, true},
        {"next_spread", "Spread until next", right, true}};
}

Result run(Session& session, const Args& args) {
    auto question = question_of(session, args);
    Table table;
    table.columns = columns();
    table.when_empty = "no signed session has " + question.measure + " before and after the work";
    bool few = false;
    for (const auto* by : {"technique", "region", "cause"}) {
        if (args.by && *args.by != by) {
            continue;
        }
        question.by = by;
        for (const auto& effect : effects_of(session.db(), question)) {
            few = few || effect.is_few();
            table.rows.push_back(row_of(effect));
        }
    }
    if (!table.rows.empty()) {
        session.report("mean ± spread (standard deviation), positive is better. Within: from "
                       "before to after the "
                       "session. By next: from before this session to before the next one. A "
                       "session with several "
                       "techniques counts for each");
        session.report(
            std::string{
                few ? "few: fewer than " + std::to_string(few_sessions) + " sessions. " : ""} +
            "A change after a treatment does not show that the treatment caused it"
        );
    }
    return table;
}

} // namespace

CommandSpec measure_works_command() {
    return command<Args>({
        .summary = "show what changed after which work",
        .details =
            "For each technique, region and cause of complaint: the mean change of all signed "
            "sessions, its spread, and the number of sessions and clients. It describes your own "
            "practice. It does not compare like with like: who gets which technique is your "
            "choice.",
        .examples =
            {"praxis measure works",
             "praxis measure works --client maria --by technique",
             "praxis measure works --instrument stress --since 2026"},
        .exits = {{Exit::not_found, "there is no such client"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
