// SPDX-License-Identifier: MIT
/// This plugin's parts of a client's chart. A letter to another professional omits the practice's
/// remarks, the emergency contact, the referral source, ended medication, closed complaints that
/// were not requested, and consents other than those to share.
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
std::string readable(std::string_view id);

/// A text of several lines as one line.
std::string in_one_line(std::string_view text);

/// A table without the columns that are empty in every row.
Grid compact_grid(
    std::string caption,
    const std::vector<std::string>& titles,
    const std::vector<std::vector<std::string>>& rows
);

} // namespace praxis::clients
