// SPDX-License-Identifier: MIT
#include "steps/taking.hpp"

#include "fields.hpp"
#include "reply/reply.hpp"

#include <praxis/care_events.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

/// The command, with the options that it cannot do without.
std::string command_of(const Step& step, const Referral& referral) {
    const auto words = split(step.verb, ' ');
    auto command = "praxis referral " + words.front() + " " + referral.id.str();
    if (words.size() > 1) {
        command += " " + words.back();
    }
    if (words.front() == "decline") {
        command += " --reason \"...\"";
    }
    return command;
}

/// What another professional asked suspends no treatment of this practice.
void announce(Session& session, const Referral& referral, const std::string& before) {
    if (is_incoming(referral)) {
        return;
    }
    if (referral.state == "sent" && before == "ready") {
        session.emit(ReferralSent{
            .referral = referral.id,
            .client = referral.client,
            .complaint = referral.complaint,
            .suspended = referral.suspended.value_or("")});
        return;
    }
    const bool answered = referral.state == "closed" && before != "closed";
    if (answered || (is_over(referral.state) && !is_over(before))) {
        session.emit(ReferralClosed{
            .referral = referral.id,
            .client = referral.client,
            .complaint = referral.complaint,
            .answered = answered});
    }
}

/// Until the letter is sent, only the day of the draft counts: it may be sent later than written.
void check_is_after_last_step(Session& session, const Referral& referral, Date day) {
    if (!is_incoming(referral) && !find_sent_day(session.db(), referral.id)) {
        return;
    }
    const auto last = all_events(session.db(), referral.id).back();
    if (day < last.happened_on) {
        throw Refused(
            "--on " + day.iso() + " is before the last step of " + referral.id.str() + ", on " +
                last.happened_on.iso(),
            "give a date from " + last.happened_on.iso() +
                " on; praxis undo takes back the last step"
        );
    }
}

} // namespace

Standing standing_of(SQLite::Database& db, const Referral& referral) {
    return {
        .state = referral.state,
        .has_letter = find_sent_day(db, referral.id).has_value(),
        .has_unread_report = has_unread_report(db, referral.id),
        .direction = referral.direction};
}

std::vector<std::string> possible_commands(Session& session, const Referral& referral) {
    std::vector<std::string> commands;
    for (const auto* step : possible_steps(standing_of(session.db(), referral))) {
        commands.push_back(command_of(*step, referral));
    }
    return commands;
}

void check_is_possible(Session& session, const Referral& referral, const Step& step) {
    const auto standing = standing_of(session.db(), referral);
    if (is_possible(step, standing)) {
        return;
    }
    auto message = referral.id.str() + " is in state " + referral.state +
                   (standing.has_unread_report ? ", and its report has not been read" : "");
    message += step.unread == Unread::needs && step.direction == standing.direction &&
                       !standing.has_unread_report
                   ? ". To close it, a final report that nobody has read yet must be on record"
                   : ". The step '" + std::string{step.verb} + "' is not possible";
    const auto possible = possible_commands(session, referral);
    if (!possible.empty()) {
        message += ". Possible now:\n  " + join(possible, "\n  ");
    }
    throw Refused(message, "praxis referral show " + referral.id.str());
}

void check_day_is_after(
    Session& session, const Referral& referral, Date day, const std::string& option
) {
    const auto sent_on =
        is_incoming(referral) ? std::nullopt : find_sent_day(session.db(), referral.id);
    const auto first = sent_on                 ? *sent_on
                       : is_incoming(referral) ? first_day(session.db(), referral.id)
                                               : referral.created.civil().date;
    if (day < first) {
        throw Refused(
            option + " " + day.iso() + " is before " + referral.id.str() + " was " +
                (sent_on                 ? "sent"
                 : is_incoming(referral) ? "received"
                                         : "created"),
            "give a date from " + first.iso() + " on"
        );
    }
}

void check_day(Session& session, const Referral& referral, Date day, const std::string& option) {
    if (day > session.today()) {
        throw Refused(
            option + " " + day.iso() + " is in the future",
            "give a date up to " + session.today().iso()
        );
    }
    check_day_is_after(session, referral, day, option);
}

Evidence evidence_of(Session& session, const Referral& referral, const StepOptions& options) {
    Evidence evidence;
    evidence.on = options.on.value_or(session.today());
    check_day(session, referral, evidence.on, "--on");
    check_is_after_last_step(session, referral, evidence.on);
    set_text(evidence.by, options.by);
    set_text(evidence.note, options.note);
    return evidence;
}

void take_step(Session& session, Referral& referral, const Step& step, const Evidence& evidence) {
    check_is_possible(session, referral, step);
    take_checked_step(session, referral, step, evidence);
}

void take_checked_step(
    Session& session, Referral& referral, const Step& step, const Evidence& evidence
) {
    const auto before = referral.state;
    if (!step.to.empty()) {
        referral.state = step.to;
    }
    insert_event(
        session.db(),
        referral.id,
        {.uuid = session.new_uuid(),
         .state = referral.state,
         .happened_on = evidence.on,
         .at = session.civil_now(),
         .user = session.user().id,
         .user_name = session.user().name,
         .note = evidence.note,
         .by = evidence.by,
         .appointment = evidence.appointment,
         .reply = evidence.reply}
    );
    announce(session, referral, before);
}

std::string refer_again_command(const Referral& referral) {
    return "praxis referral new " + referral.client.str() +
           (referral.complaint ? " --complaint " + referral.complaint->str() : "") +
           " --to PROVIDER --reason \"...\"";
}

Message run_step(Session& session, const std::string& verb, const StepOptions& options) {
    auto referral = get_referral(session, options.referral);
    const auto& step = step_named(verb, referral.direction);
    check_is_possible(session, referral, step);
    take_step(session, referral, step, evidence_of(session, referral, options));
    return {referral.id.str(), referral_value(referral)};
}

} // namespace praxis::referrals
