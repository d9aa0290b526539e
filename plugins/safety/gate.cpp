// SPDX-License-Identifier: MIT
#include "gate.hpp"

#include "checking.hpp"
#include "override_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::safety {

namespace {

bool is_closed(const Told& told) {
    return told.concern.weight == Weight::stop && told.concern.gates && !told.overridden;
}

void refuse_unasked(const std::vector<Unavailable>& unavailable) {
    if (!unavailable.empty()) {
        throw PluginError(
            "a check cannot be asked: " + unavailable.front().reason,
            "praxis plugin doctor " + unavailable.front().plugin
        );
    }
}

/// What the stops hang on is the client's, and stands in no error.
void refuse_closed(const soap::NoteSigning& signing, const std::vector<Told>& told, Date day) {
    std::string lines;
    std::string mend;
    for (const auto& each : told) {
        if (is_closed(each)) {
            const auto command = override_command(signing.client, each.concern, day);
            lines += "\n  " + each.concern.technique + ": " + each.concern.why + " (" +
                     (mend.empty() ? each.concern.rule : command) + ")";
            mend = mend.empty() ? command : mend;
        }
    }
    if (!lines.empty()) {
        lines += "\n  praxis safety check " + signing.client.str() +
                 " shows what on record it hangs on; a condition that is over no longer stops";
        throw Refused(
            "the note cannot be signed before somebody says why this was done all the same:" +
                lines,
            mend
        );
    }
}

void store(Session& session, NoteId note, const Told& told) {
    const auto& concern = told.concern;
    insert_finding(
        session.db(),
        {.uuid = session.new_uuid(),
         .note = note,
         .rule = concern.rule,
         .rule_version = concern.rule_version,
         .technique = concern.technique,
         .weight = std::string{weight_id(concern.weight)},
         .found = concern.found,
         .why = concern.why,
         .override_number = told.overridden ? std::optional{told.overridden->number} : std::nullopt}
    );
}

/// A look at a note before the next one: rules that nobody has reviewed close no gate, but are not
/// passed over in silence.
void say_open_stops(Session& session, const soap::NoteSigning& signing, const Answer& answer) {
    std::vector<std::string> rules;
    for (const auto& told : answer.told) {
        const auto rule = told.concern.technique + " (" + told.concern.rule + ")";
        if (told.concern.weight == Weight::stop && !told.concern.gates && !told.overridden) {
            rules.push_back(rule);
        }
    }
    if (!rules.empty()) {
        session.say(
            signing.note.str() + ": rules would have stopped " + join(rules, ", ") +
            ": praxis safety check " + signing.client.str() + " says why"
        );
    }
}

} // namespace

void guard_signing(Session& session, const soap::NoteSigning& signing) {
    auto work = work_of(session.db(), signing.note);
    if (work.empty()) {
        return;
    }
    const auto day = session_day(session.db(), signing.note);
    const auto answer =
        ask_all(session, {.client = signing.client, .work = std::move(work), .on = day});
    refuse_unasked(answer.unavailable);
    refuse_closed(signing, answer.told, day);
    for (const auto& told : answer.told) {
        // Consent and what was never asked are the note's own conditions for signing.
        const auto weight = told.concern.weight;
        if (!told.concern.rule.empty() && weight != Weight::no_consent &&
            weight != Weight::not_asked) {
            store(session, signing.note, told);
        }
    }
    say_open_stops(session, signing, answer);
}

} // namespace praxis::safety
