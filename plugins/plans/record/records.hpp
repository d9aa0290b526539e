// SPDX-License-Identifier: MIT
/// What plans and goals contribute to charts, lists and exports.
#pragma once
#include <praxis/brief.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/erasing.hpp>
#include <praxis/session.hpp>
#include <praxis/soap/note_start.hpp>

namespace praxis::plans {

/// The client's plans: those that are not closed, and for the practice the closed ones too.
ChartSection plan_section();

/// The goals with their measure, target and state.
ChartSection goals_section();

/// Plans begun and closed, phases, re-assessments, holds; goals set and ended.
TimelineSource timeline_source();

/// Re-assessments, plans on hold, a course without important change, visits that are overdue, and
/// goals whose day has passed.
TodoSource todo_source();

/// The plan with its counter; what is on hold or suspended; a course without important change.
BriefSource brief_source();

/// The start of a note from a plan: techniques, regions, minutes, complaint.
soap::NoteStart note_start();

/// The tables of plans and goals; in FHIR CarePlan and Goal.
RecordMapper record_mapper();

/// Deletes the plans and goals of a client who is being erased.
void erase_plans(Session& session, const clients::ClientErasing& erasing);

} // namespace praxis::plans
