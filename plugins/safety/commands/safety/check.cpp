// SPDX-License-Identifier: MIT
#include "checking.hpp"
#include "completions.hpp"

#include <praxis/body.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace safety;

struct Args {
    std::string client;
    std::vector<std::string> techniques;
    std::vector<std::string> regions;
    std::optional<Date> on;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::techniques, "technique", "ID", "planned technique (default: all)")
        .letter('t')
        .completed_by(safety::complete_technique)
        .option(&Args::regions, "region", "REGION", "planned region (default: anywhere)")
        .completed_by(safety::complete_region)
        .option(&Args::on, "on", "DATE", "day of the session (default: today)")
        .future();
}

std::vector<Work> planned_work(Session& session, const Args& args) {
    auto techniques = args.techniques;
    auto& reasons = session.get<soap::Reasons>();
    for (auto& technique : techniques) {
        technique = reasons.technique(session, technique);
    }
    if (techniques.empty()) {
        techniques = reasons.techniques(session);
    }
    std::vector<Work> work;
    for (const auto& technique : techniques) {
        for (const auto& region : args.regions) {
            work.push_back({technique, check_region(region)});
        }
        if (args.regions.empty()) {
            work.push_back({technique});
        }
    }
    return work;
}

std::string override_text(const Override& made) {
    return made.reason + " (" + made.author_name + ", until " + made.last_day.iso() + ")";
}

std::string verdict_of(const CheckedConcern& checked) {
    const std::string verdict{weight_name(checked.concern.weight)};
    if (checked.overridden) {
        return verdict + ", overridden";
    }
    return checked.outdated ? verdict + ", new findings" : verdict;
}

std::vector<Value> row_of(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    const bool is_unreviewed = concern.reviewed && !*concern.reviewed;
    return {
        text_or_null(concern.technique),
        verdict_of(checked),
        text_or_null(concern.found),
        concern.why + (is_unreviewed ? " (not reviewed by a therapist)" : ""),
        text_or_null(concern.rule),
        text_or_null(join(concern.sources, ", ")),
        checked.overridden ? Value{override_text(*checked.overridden)} : Value{},
        weight_id(concern.weight),
        concern.gates,
        concern.reviewed,
        Value::Array(concern.regions.begin(), concern.regions.end()),
        Value::Array(concern.citations.begin(), concern.citations.end()),
        text_or_null(concern.fix)};
}

bool is_overridden(const CheckedConcern& checked) {
    return checked.overridden.has_value();
}

Table table_of(const std::vector<CheckedConcern>& all) {
    const bool none_overridden = std::none_of(all.begin(), all.end(), is_overridden);
    Table table;
    table.columns = {
        {"technique", "Technique"},
        {"verdict", "Verdict"},
        {"found", "On record"},
        {"why", "Why"},
        {"rule", "Rule"},
        {"source", "Source"},
        {"override", "Overridden", Align::left, none_overridden},
        {"weight", "Weight", Align::left, true},
        {"gates", "Blocks signing", Align::left, true},
        {"reviewed", "Reviewed", Align::left, true},
        {"regions", "Regions", Align::left, true},
        {"citations", "Citations", Align::left, true},
        {"fix", "Fix", Align::left, true}};
    for (const auto& checked : all) {
        table.rows.push_back(row_of(checked));
    }
    table.when_empty = "no contraindication found. This does not mean that there is none.";
    return table;
}

void report_next_steps(Session& session, ClientId client, const CheckResult& result, Date on) {
    const auto fixes = fixes_for(result.concerns);
    if (!fixes.empty()) {
        session.report("ask the client, then record the answers: " + join(fixes, "; "));
    }
    const auto stop = std::find_if(
        result.concerns.begin(),
        result.concerns.end(),
        [](const CheckedConcern& checked) {
            return checked.concern.weight == Weight::stop && !checked.overridden;
        }
    );
    if (stop != result.concerns.end()) {
        session.report(
            "STOP: do not do this work, or record why you do it: " +
            override_command(client, *stop, on)
        );
    }
    session.report("the rules check only what is on record; you decide, and you are responsible");
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto on = args.on.value_or(session.today());
    const auto result =
        run_checks(session, {.client = client, .work = planned_work(session, args), .on = on});
    if (std::any_of(result.concerns.begin(), result.concerns.end(), forbids_work)) {
        session.end_with(Exit::refused);
    }
    if (!result.unavailable.empty()) {
        report_unavailable(session, result.unavailable);
        session.end_with(Exit::plugin);
    }
    report_next_steps(session, client, result, on);
    return table_of(result.concerns);
}

} // namespace

CommandSpec safety_check_command() {
    return command<Args>({
        .summary = "check a client for contraindications before treatment",
        .examples =
            {"praxis safety check maria",
             "praxis safety check maria --technique hot-stone --region foot",
             "praxis safety check maria -t deep-tissue && echo go"},
        .exits =
            {{Exit::refused,
              "a stop without an override, missing consent, or a question not asked"},
             {Exit::plugin, "a plugin with checks cannot be used, so the result is incomplete"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
