// SPDX-License-Identifier: MIT
/// What changed after which work: by technique, region and cause, always with the number of
/// sessions and the spread. Sessions without a number before the work are not counted.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// Groups of fewer sessions are called few.
inline constexpr std::int64_t few_sessions = 10;

/// Numbers of one kind: their mean, their spread, and the least and the greatest.
struct Summary {
    std::int64_t count = 0;
    double mean = 0;                   // positive: better
    std::optional<double> spread = {}; // standard deviation of a sample; nothing for one number
    double least = 0;
    double most = 0;
};

/// The sessions with one technique, in one region, or for one cause.
struct Effect {
    std::string by;                            // "technique", "region", "cause"
    std::string name;                          // id; "not recorded" for sessions without one
    std::optional<ComplaintId> complaint = {}; // for `each_complaint`; nothing: notes name none
    std::int64_t clients = 0;
    Summary within;     // from before to after the session
    Summary until_next; // from before this session to before the next one of the same complaint

    [[nodiscard]] bool is_few() const { return within.count < few_sessions; }
};

struct WorksQuestion {
    std::string measure; // "pain", "stress", "relaxation"
    std::string by;      // "technique", "region", "cause"
    std::optional<ClientId> client = {};
    bool each_complaint = false; // groups of their own for each complaint that notes name
    std::optional<Instant> since = {};
    std::optional<Instant> until = {}; // sessions that began before
};

/// The groups with a number, by complaint where it asks for each; those with the most sessions
/// first.
std::vector<Effect> effects_of(SQLite::Database& db, const WorksQuestion& question);

/// The statement behind it, for a test of what it reads.
std::string effects_statement(const WorksQuestion& question);

/// "2.4 ± 1.1", "2.4"; empty without a number.
std::string summary_text(const Summary& summary);

/// "0 to 5", "3"; empty without a number.
std::string spread_text(const Summary& summary);

} // namespace praxis::outcomes
