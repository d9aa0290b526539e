// SPDX-License-Identifier: MIT
#include "works.hpp"

#include "instrument/instrument.hpp"

namespace praxis::outcomes {

std::string summary_text(const Summary& summary) {
    if (summary.count == 0) {
        return "";
    }
    return number_text(summary.mean) + (summary.spread ? " ± " + number_text(*summary.spread) : "");
}

std::string spread_text(const Summary& summary) {
    if (summary.count == 0) {
        return "";
    }
    const auto least = number_text(summary.least);
    return summary.count == 1 ? least : least + " to " + number_text(summary.most);
}

} // namespace praxis::outcomes
