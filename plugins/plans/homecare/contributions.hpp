// SPDX-License-Identifier: MIT
/// What home care contributes to praxis. plugin.cpp registers it; plugin.toml names each part
/// "home-care".
#pragma once
#include <praxis/brief.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/erasing.hpp>
#include <praxis/session.hpp>
#include <praxis/soap/notes.hpp>

namespace praxis::plans {

/// The home care that the client has now, how often it was done, the checklists, and complaints
/// that came back.
ChartSection home_care_section();

/// Home care given and ended, checklists answered, complaints that came back.
TimelineSource home_care_timeline();

/// Home care whose last day has passed, and checklists to ask again.
TodoSource home_care_todo();

/// Home care given and done, a complaint that came back, a checklist to ask again.
BriefSource home_care_brief();

/// The table plans_homecare; in FHIR a CarePlan and QuestionnaireResponses.
RecordMapper home_care_mapper();

/// Deletes the client's home care.
void erase_home_care(Session& session, const clients::ClientErasing& erasing);

/// Reports when the client has home care and the signed note does not tell whether it was done.
void ask_about_home_care(Session& session, const soap::NoteSigned& signed_note);

} // namespace praxis::plans
