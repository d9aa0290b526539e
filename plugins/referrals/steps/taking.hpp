// SPDX-License-Identifier: MIT
/// Takes a step of a referral: checks it, writes its event and announces what ends.
#pragma once
#include "referral.hpp"
#include "steps/states.hpp"

#include <praxis/command.hpp>
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

/// Who told or decided a step, on which day, and what belongs to it.
struct Evidence {
    Date on;
    std::optional<std::string> by;
    std::optional<std::string> note;
    std::optional<Date> appointment;
    std::optional<std::int64_t> reply; // number of the report that arrived
};

/// The options that every step has.
struct StepOptions {
    std::string referral;
    std::optional<Date> on;
    std::optional<std::string> by;
    std::optional<std::string> note;
};

template <class Args> void add_step_options(Options<Args>& given, const char* by) {
    given.template argument<std::string>(&StepOptions::referral, "REFERRAL", "id of the referral");
    given.template option<std::optional<Date>>(
        &StepOptions::on, "on", "DATE", "the day it happened; default: today"
    );
    given.template option<std::optional<std::string>>(&StepOptions::by, "by", "NAME", by);
    given.template option<std::optional<std::string>>(
        &StepOptions::note, "note", "TEXT", "a remark for the record"
    );
}

Standing standing_of(SQLite::Database& db, const Referral& referral);

/// The commands that are possible now, in the order of the steps.
std::vector<std::string> possible_commands(Session& session, const Referral& referral);

/// errors  Refused, naming the commands that are possible now
void check_is_possible(Session& session, const Referral& referral, const Step& step);

/// The evidence that the options give.
/// errors  Refused: a day in the future, before the sending, or before the referral was created or
///         received
Evidence evidence_of(Session& session, const Referral& referral, const StepOptions& options);

/// errors  Refused: the day that this option gives is before the sending, the creation or, of an
///         incoming referral, the arrival
void check_day_is_after(
    Session& session, const Referral& referral, Date day, const std::string& option
);

/// The same, and no day in the future.
void check_day(Session& session, const Referral& referral, Date day, const std::string& option);

/// Checks the step and takes it.
void take_step(Session& session, Referral& referral, const Step& step, const Evidence& evidence);

/// Takes a step that check_is_possible() allowed before the caller wrote what belongs to it.
void take_checked_step(
    Session& session, Referral& referral, const Step& step, const Evidence& evidence
);

/// The command that refers the client to somebody else with the same question.
std::string refer_again_command(const Referral& referral);

/// The whole of a command that takes a step: finds the referral, takes the step, returns the
/// result.
Message run_step(Session& session, const std::string& verb, const StepOptions& options);

} // namespace praxis::referrals
