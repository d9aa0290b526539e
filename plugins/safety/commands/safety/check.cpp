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
        .option(&Args::techniques, "technique", "ID", "what is meant to be done; all otherwise")
        .letter('t')
        .completed_by(safety::complete_technique)
        .option(&Args::regions, "region", "REGION", "where; anywhere otherwise")
        .completed_by(safety::complete_region)
        .option(&Args::on, "on", "DATE", "the session's day; today when not given")
        .future();
}

std::vector<Work> work_meant(Session& session, const Args& args) {
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

std::string verdict_of(const CheckedConcern& told) {
    const std::string verdict{weight_id(told.concern.weight)};
    if (told.overridden) {
        return verdict + ", overridden";
    }
    return told.outgrown ? verdict + ", more than was overridden" : verdict;
}

std::vector<Value> row_of(const CheckedConcern& told) {
    const auto& concern = told.concern;
    const bool marked = concern.reviewed && !*concern.reviewed;
    return {
        text_or_null(concern.technique),
        verdict_of(told),
        text_or_null(concern.found),
        concern.why + (marked ? " (not reviewed by a therapist)" : ""),
        text_or_null(concern.rule),
        text_or_null(join(concern.sources, ", ")),
        told.overridden ? Value{override_text(*told.overridden)} : Value{},
        weight_id(concern.weight),
        concern.gates,
        concern.reviewed,
        Value::Array(concern.regions.begin(), concern.regions.end()),
        Value::Array(concern.citations.begin(), concern.citations.end()),
        text_or_null(concern.fix)};
}

bool is_overridden(const CheckedConcern& told) {
    return told.overridden.has_value();
}

Table table_of(const std::vector<CheckedConcern>& all) {
    const bool nobody_did = std::none_of(all.begin(), all.end(), is_overridden);
    Table table;
    table.columns = {
        {"technique", "Technique"},
        {"verdict", "Verdict"},
        {"found", "On record"},
        {"why", "Why"},
        {"rule", "Rule"},
        {"source", "Source"},
        {"override", "Overridden", Align::left, nobody_did},
        {"weight", "Weight", Align::left, true},
        {"gates", "Gates", Align::left, true},
        {"reviewed", "Reviewed", Align::left, true},
        {"regions", "Regions", Align::left, true},
        {"citations", "Citations", Align::left, true},
        {"mend", "Mend", Align::left, true}};
    for (const auto& told : all) {
        table.rows.push_back(row_of(told));
    }
    table.when_empty = "no check has anything to say of this record, which is no all-clear";
    return table;
}

void report_what_to_do(Session& session, ClientId client, const Answer& answer, Date on) {
    const auto fixes = fixes_for(answer.told);
    if (!fixes.empty()) {
        session.report("ask first, then: " + join(fixes, "; "));
    }
    const auto stop =
        std::find_if(answer.told.begin(), answer.told.end(), [](const CheckedConcern& told) {
            return told.concern.weight == Weight::stop && !told.overridden;
        });
    if (stop != answer.told.end()) {
        session.report(
            "STOP: leave that work alone, or say why not: " + override_command(client, *stop, on)
        );
    }
    session.report("rules know the words on record only: you decide, and you answer for it");
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto on = args.on.value_or(session.today());
    const auto answer =
        ask_all(session, {.client = client, .work = work_meant(session, args), .on = on});
    if (std::any_of(answer.told.begin(), answer.told.end(), forbids)) {
        session.end_with(Exit::refused);
    }
    if (!answer.unavailable.empty()) {
        report_unavailable(session, answer.unavailable);
        session.end_with(Exit::plugin);
    }
    report_what_to_do(session, client, answer, on);
    return table_of(answer.told);
}

} // namespace

CommandSpec safety_check_command() {
    return command<Args>({
        .summary = "say what speaks against work on a client, before hands go on",
        .examples =
            {"praxis safety check maria",
             "praxis safety check maria --technique hot-stone --region foot",
             "praxis safety check maria -t deep-tissue && echo go"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
