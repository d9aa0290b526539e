// SPDX-License-Identifier: MIT
#include "signing_check.hpp"

#include "check_view.hpp"
#include "checking.hpp"
#include "override_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::safety {

namespace {

bool is_open_stop(const CheckedConcern& checked) {
    return checked.concern.weight == Weight::stop && !checked.overridden;
}

void refuse_unavailable(const std::vector<Unavailable>& unavailable) {
    if (!unavailable.empty()) {
        const auto& [plugin, reason] = unavailable.front();
        throw PluginError(
            "a safety check cannot run: " + reason,
            "praxis plugin doctor " + plugin + "; if it is disabled: praxis plugin enable " + plugin
        );
    }
}

std::string new_findings(const CheckedConcern& checked) {
    return checked.outdated ? "; there are new findings since the override of " +
                                  checked.outdated->made.civil().date.iso()
                            : "";
}

/// A stop with an entry of the note alone is overridden for that note.
std::string fix_for(const soap::NoteSigning& signing, const CheckedConcern& stop) {
    return stop.concern.in_note ? override_command(signing.client, stop, signing.day, signing.note)
                                : override_command(signing.client, stop, signing.day);
}

/// The entries behind a stop are client data, so the error does not contain them.
Refused refusal_of(const soap::NoteSigning& signing, const std::vector<CheckedConcern>& stops) {
    std::string lines;
    std::vector<std::string> fixes; // each once
    std::vector<Error::Problem> problems;
    bool in_note = false;
    for (const auto& stop : stops) {
        const auto& concern = stop.concern;
        const auto fix = fix_for(signing, stop);
        lines += "\n  " + concern.technique + ": " + concern.why + " (" + concern.rule +
                 new_findings(stop) + ")";
        problems.push_back({concern.technique + " (" + concern.rule + ")", fix});
        in_note = in_note || concern.in_note;
        if (std::find(fixes.begin(), fixes.end(), fix) == fixes.end()) {
            fixes.push_back(fix);
        }
    }
    Refused refused{
        "the note cannot be signed until you override these contraindications:" + lines +
            "\n  praxis safety check " + signing.client.str() + " --on " + signing.day.iso() +
            " shows the entries on record behind them" +
            (in_note ? "; at least one entry is only in the note" : ""),
        join(fixes, "; ")};
    refused.set_problems(std::move(problems));
    return refused;
}

void refuse_open_stops(
    const soap::NoteSigning& signing, const std::vector<CheckedConcern>& concerns
) {
    std::vector<CheckedConcern> stops;
    std::copy_if(
        concerns.begin(),
        concerns.end(),
        std::back_inserter(stops),
        [](const CheckedConcern& each) { return is_open_stop(each) && each.concern.gates; }
    );
    if (!stops.empty()) {
        throw refusal_of(signing, stops);
    }
}

/// The concern as it is signed with the note.
Value concern_value(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    Value value = Value::Object{
        {"technique", concern.technique},
        {"weight", weight_id(concern.weight)},
        {"why", concern.why},
        {"found", text_or_null(concern.found)},
        {"rule", concern.rule},
        {"rule_version", concern.rule_version}};
    if (checked.overridden) {
        value["answer"] = checked.overridden->reason;
        value["answered_by"] = checked.overridden->author_name;
        value["override"] = checked.overridden->uuid;
    }
    return value;
}

/// A note keeps the findings of rules. An earlier reaction or a question about medication is in the
/// record already.
bool is_stored(const CheckedConcern& checked) {
    return !checked.concern.rule.empty();
}

/// Cautions and areas to avoid, each once, below a heading.
void report_cautions(
    Session& session,
    const std::vector<CheckedConcern>& concerns,
    const std::string& heading,
    bool stored
) {
    std::vector<CheckedConcern> cautions;
    std::copy_if(
        concerns.begin(),
        concerns.end(),
        std::back_inserter(cautions),
        [stored](const CheckedConcern& each) {
            const bool is_caution =
                each.concern.weight == Weight::caution || each.concern.weight == Weight::avoid_area;
            return is_caution && is_stored(each) == stored;
        }
    );
    std::string lines;
    for (const auto& group : group_concerns(cautions)) {
        const auto& concern = group.first.concern;
        lines += "\n  " + std::string{weight_name(concern.weight)} + ", " +
                 (group.techniques.empty() ? "all" : join(group.techniques, ", ")) + ": " +
                 concern.why + (concern.rule.empty() ? "" : " (" + concern.rule + ")");
    }
    if (!lines.empty()) {
        session.report(heading + lines);
    }
}

/// Reports what does not block signing: stops that no source states for the technique, and
/// questions that the client was not asked.
void report_open_concerns(
    Session& session, const soap::NoteSigning& signing, const std::vector<CheckedConcern>& concerns
) {
    std::vector<std::string> rules;
    for (const auto& each : concerns) {
        if (is_open_stop(each)) {
            rules.push_back(each.concern.technique + " (" + each.concern.rule + ")");
        }
    }
    if (!rules.empty()) {
        session.report(
            "contraindications that do not block signing: " + join(rules, ", ") +
            "; details: praxis safety check " + signing.client.str()
        );
    }
    std::vector<CheckedConcern> not_asked;
    std::copy_if(
        concerns.begin(),
        concerns.end(),
        std::back_inserter(not_asked),
        [](const CheckedConcern& each) { return each.concern.weight == Weight::not_asked; }
    );
    if (!not_asked.empty()) {
        session.report(
            "not asked yet, so contraindications may be missing: " +
            join(fixes_for(not_asked), "; ")
        );
    }
}

} // namespace

void check_signing(Session& session, const soap::NoteSigning& signing) {
    auto work = work_of(session.db(), signing.note);
    if (work.empty()) {
        return;
    }
    const auto result = run_checks(
        session,
        {.client = signing.client, .work = std::move(work), .on = signing.day, .note = signing.note}
    );
    refuse_unavailable(result.unavailable);
    refuse_open_stops(signing, result.concerns);
    for (const auto& checked : result.concerns) {
        if (is_stored(checked)) {
            signing.findings->push_back(concern_value(checked));
        }
    }
    report_open_concerns(session, signing, result.concerns);
    report_cautions(session, result.concerns, "signed with the note:", true);
    report_cautions(session, result.concerns, "cautions that are not signed with the note:", false);
}

} // namespace praxis::safety
