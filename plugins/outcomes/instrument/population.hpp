// SPDX-License-Identifier: MIT
/// Whom a source studied, and whether a complaint is one of those.
#pragma once
#include <string>
#include <vector>

namespace praxis::outcomes {

/// Figures of a source are about these people, and about no others.
struct Population {
    std::string name;                 // "chronic low back pain"
    std::vector<std::string> regions; // ids; empty: any region
    std::string phase;                // "acute", "chronic"; empty: both
};

/// What values are about, as far as the record tells it.
struct Subject {
    std::string region; // of the complaint; empty: not recorded
    std::string phase;  // "acute", "chronic"; empty: not known
};

/// Whether the source studied such complaints. What is not recorded does not fit.
bool is_among(const Subject& subject, const Population& population);

} // namespace praxis::outcomes
