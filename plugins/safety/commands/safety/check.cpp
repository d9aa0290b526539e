// SPDX-License-Identifier: MIT
#include "check_view.hpp"
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

std::vector<std::string> planned_techniques(const std::vector<Work>& work) {
    std::vector<std::string> techniques;
    for (const auto& one : work) {
        if (std::find(techniques.begin(), techniques.end(), one.technique) == techniques.end()) {
            techniques.push_back(one.technique);
        }
    }
    return techniques;
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
    const auto person = session.get<clients::Directory>().get(session, args.client);
    const auto client = person.id;
    const auto on = args.on.value_or(session.today());
    const auto work = planned_work(session, args);
    const auto result = run_checks(session, {.client = client, .work = work, .on = on});
    if (std::any_of(result.concerns.begin(), result.concerns.end(), forbids_work)) {
        session.end_with(Exit::refused);
    }
    if (!result.unavailable.empty()) {
        report_unavailable(session, result.unavailable);
        session.end_with(Exit::plugin);
    }
    report_next_steps(session, client, result, on);
    if (result.concerns.empty()) {
        session.report("no contraindication found. This does not mean that there is none.");
    }
    return view_of(
        result.concerns, {.client = person.uuid, .techniques = planned_techniques(work), .on = on}
    );
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
