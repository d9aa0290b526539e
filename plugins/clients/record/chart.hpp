// SPDX-License-Identifier: MIT
/// This plugin's parts of a client's chart. What a letter to another professional leaves out: the
/// practice's own remarks, the emergency contact, how the client came, ended medication, closed
/// complaints that were not asked for, and consents other than the one to share.
#pragma once
#include <praxis/chart.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

ChartSection person_section();      // 100
ChartSection problems_section();    // 200
ChartSection medications_section(); // 210
ChartSection allergies_section();   // 220
ChartSection complaint_section();   // 300
ChartSection consent_section();     // 900

/// "muscle-tension" -> "muscle tension"
std::string spoken(std::string_view id);

/// A text that may run over lines as one line.
std::string in_one_line(std::string_view text);

/// A table without the columns in which no row has anything.
Grid compact_grid(
    std::string caption,
    const std::vector<std::string>& titles,
    const std::vector<std::vector<std::string>>& rows
);

} // namespace praxis::clients
