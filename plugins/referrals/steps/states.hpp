// SPDX-License-Identifier: MIT
/// The states of a referral and the steps between them: the one place that has them as data.
///
/// A step is possible from the states that its row lists. `referral reply --final` changes no
/// state: the report is on record, and the loop is closed when somebody has read it (`referral
/// close`). While such a report waits to be read, only steps about the report remain. A report that
/// arrives late, after the receiver declined, the client was lost or you cancelled, or that adds to
/// an earlier one, is recorded and read in the same way. `void` is for a referral entered in error.
///
/// An incoming referral begins as received. This practice accepts it, sees the client and sends the
/// report, which closes it.
///
/// source  HL7 FHIR R4 (4.0.1): ServiceRequest.status,
/// hl7.org/fhir/R4/valueset-request-status.html;
///         Task.status, hl7.org/fhir/R4/valueset-task-status.html. The states and their evidence
///         follow IHE 360X (Accepted, Declined, Canceled, InterimCommunicated, Finalized) and the
///         closing of the loop in CMS50, ecqi.healthit.gov/ecqm/ec/2026/cms0050v14.
#pragma once
#include "referral.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

struct State {
    std::string_view name;
    std::string_view service_request; // FHIR ServiceRequest.status
    std::string_view task;            // FHIR Task.status
    std::string_view task_unread;     // the same while a final report waits to be read
    bool over;                        // nothing more is expected of the receiver
};

inline constexpr std::array<State, 12> state_table{{
    {"draft", "draft", "draft", "draft", false},
    {"ready", "active", "ready", "ready", false},
    {"sent", "active", "requested", "in-progress", false},
    {"received", "active", "received", "in-progress", false},
    {"accepted", "active", "accepted", "in-progress", false},
    {"declined", "revoked", "rejected", "rejected", true},
    {"in-care", "active", "in-progress", "in-progress", false},
    {"interim-report", "active", "in-progress", "in-progress", false},
    {"closed", "completed", "completed", "completed", true},
    {"lost", "revoked", "failed", "failed", true},
    {"cancelled", "revoked", "cancelled", "cancelled", true},
    {"void", "entered-in-error", "entered-in-error", "entered-in-error", true},
}};

/// Whether a step is possible while a final report waits to be read.
enum class Unread { forbids, allows, needs };

struct Step {
    std::string_view verb; // of `praxis referral`
    std::string_view from; // the states from which it is possible
    std::string_view to;   // the new state; empty: it stays
    Unread unread;
    bool needs_letter; // only for a referral that was sent
    Direction direction = Direction::outgoing;
};

inline constexpr std::array<Step, 19> step_table{{
    {"ready", "draft", "ready", Unread::allows, false},
    {"ready --back", "ready", "draft", Unread::allows, false},
    {"send", "ready", "sent", Unread::allows, false},
    {"ack", "sent", "received", Unread::forbids, true},
    {"accept", "sent received", "accepted", Unread::forbids, true},
    {"decline", "sent received accepted", "declined", Unread::forbids, true},
    {"seen", "sent received accepted", "in-care", Unread::forbids, true},
    {"reply --interim",
     "sent received accepted in-care interim-report",
     "interim-report",
     Unread::forbids,
     true},
    {"reply --final",
     "sent received accepted in-care interim-report declined lost cancelled closed",
     "",
     Unread::allows,
     true},
    {"close",
     "sent received accepted in-care interim-report declined lost cancelled closed",
     "closed",
     Unread::needs,
     true},
    {"lost", "sent received accepted in-care interim-report", "lost", Unread::forbids, true},
    {"cancel",
     "draft ready sent received accepted in-care interim-report declined lost",
     "cancelled",
     Unread::forbids,
     false},
    {"void",
     "draft ready sent received accepted declined in-care interim-report closed lost cancelled",
     "void",
     Unread::allows,
     false},
    {"accept", "received", "accepted", Unread::allows, false, Direction::incoming},
    {"decline", "received accepted", "declined", Unread::allows, false, Direction::incoming},
    {"seen", "received accepted", "in-care", Unread::allows, false, Direction::incoming},
    {"send", "received accepted in-care", "closed", Unread::allows, false, Direction::incoming},
    {"cancel",
     "received accepted in-care",
     "cancelled",
     Unread::allows,
     false,
     Direction::incoming},
    {"void",
     "received accepted declined in-care closed cancelled",
     "void",
     Unread::allows,
     false,
     Direction::incoming},
}};

/// What decides which steps are possible.
struct Standing {
    std::string state;
    bool has_letter = false;        // it was sent
    bool has_unread_report = false; // a final one
    Direction direction = Direction::outgoing;
};

/// errors  std::logic_error: no state of that name
const State& state_named(std::string_view name);

/// The step of that direction; one that only the other direction has is returned too, and is never
/// possible.
/// errors  std::logic_error: no step of that name
const Step& step_named(std::string_view verb, Direction direction = Direction::outgoing);

bool is_possible(const Step& step, const Standing& standing);

/// In the order of the table.
std::vector<const Step*> possible_steps(const Standing& standing);

bool is_over(std::string_view state);

/// ServiceRequest.status and Task.status of a referral.
std::string service_request_status(std::string_view state);
std::string task_status(const Standing& standing);

} // namespace praxis::referrals
