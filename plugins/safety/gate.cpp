// SPDX-License-Identifier: MIT
#include "gate.hpp"

#include "checking.hpp"
#include "override_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::safety {

namespace {

bool is_open_stop(const CheckedConcern& told) {
    return told.concern.weight == Weight::stop && !told.overridden;
}

void refuse_unasked(const std::vector<Unavailable>& unavailable) {
    if (!unavailable.empty()) {
        const auto& [plugin, reason] = unavailable.front();
        throw PluginError(
            "a check cannot be asked: " + reason,
            "praxis plugin doctor " + plugin + "; praxis plugin enable " + plugin +
                " when it is disabled"
        );
    }
}

std::string since_then(const CheckedConcern& told) {
    return told.outgrown ? "; it hangs on more than when it was overridden on " +
                               told.outgrown->made.civil().date.iso()
                         : "";
}

/// What only the note says is asked about with the note, which must be there.
std::string fix_for(const soap::NoteSigning& signing, const CheckedConcern& stop) {
    if (!stop.concern.in_note) {
        return override_command(signing.client, stop, signing.day);
    }
    return signing.stored ? override_command(signing.client, stop, signing.day, signing.note)
                          : "without --sign it is kept as a draft; praxis note sign then says how";
}

/// What the stops hang on is the client's, and stands in no error.
void refuse_closed(const soap::NoteSigning& signing, const std::vector<CheckedConcern>& told) {
    std::string lines;
    std::vector<std::string> fixes; // each once
    bool in_note = false;
    for (const auto& each : told) {
        if (is_open_stop(each) && each.concern.gates) {
            lines += "\n  " + each.concern.technique + ": " + each.concern.why + " (" +
                     each.concern.rule + since_then(each) + ")";
            in_note = in_note || each.concern.in_note;
            if (auto fix = fix_for(signing, each);
                std::find(fixes.begin(), fixes.end(), fix) == fixes.end()) {
                fixes.push_back(std::move(fix));
            }
        }
    }
    if (!fixes.empty()) {
        throw Refused(
            "the note cannot be signed before somebody says why this was done all the same:" +
                lines + "\n  praxis safety check " + signing.client.str() + " --on " +
                signing.day.iso() + " shows what on record it hangs on" +
                (in_note ? "; some of it stands in the note alone" : ""),
            join(fixes, "; ")
        );
    }
}

Value said_of(const CheckedConcern& told) {
    const auto& concern = told.concern;
    Value said = Value::Object{
        {"technique", concern.technique},
        {"weight", weight_id(concern.weight)},
        {"why", concern.why},
        {"found", text_or_null(concern.found)},
        {"rule", concern.rule},
        {"rule_version", concern.rule_version}};
    if (told.overridden) {
        said["answer"] = told.overridden->reason;
        said["answered_by"] = told.overridden->author_name;
        said["override"] = told.overridden->uuid;
    }
    return said;
}

/// Stops that no source states for the technique close no gate, and are not passed over in silence;
/// nor is what was never asked and soap does not insist on.
void report_what_stays_open(
    Session& session, const soap::NoteSigning& signing, const std::vector<CheckedConcern>& told
) {
    std::vector<std::string> rules;
    for (const auto& each : told) {
        if (is_open_stop(each)) {
            rules.push_back(each.concern.technique + " (" + each.concern.rule + ")");
        }
    }
    if (!rules.empty()) {
        session.report(
            "rules would have stopped " + join(rules, ", ") + ": praxis safety check " +
            signing.client.str() + " says why"
        );
    }
    std::vector<CheckedConcern> never_asked;
    std::copy_if(
        told.begin(),
        told.end(),
        std::back_inserter(never_asked),
        [](const CheckedConcern& each) { return each.concern.weight == Weight::not_asked; }
    );
    if (!never_asked.empty()) {
        session.report(
            "nobody has asked everything that can speak against it: " +
            join(fixes_for(never_asked), "; ")
        );
    }
}

} // namespace

void guard_signing(Session& session, const soap::NoteSigning& signing) {
    auto work = work_of(session.db(), signing.note);
    if (work.empty()) {
        return;
    }
    const auto answer = ask_all(
        session,
        {.client = signing.client, .work = std::move(work), .on = signing.day, .note = signing.note}
    );
    refuse_unasked(answer.unavailable);
    refuse_closed(signing, answer.told);
    for (const auto& told : answer.told) {
        if (!told.concern.rule.empty()) {
            signing.said->push_back(said_of(told));
        }
    }
    report_what_stays_open(session, signing, answer.told);
}

} // namespace praxis::safety
