// SPDX-License-Identifier: MIT
#include "screen/left_out.hpp"

#include <algorithm>
#include <utility>

namespace praxis::safety {

void LeftOut::add(const std::string& reason, const std::string& fix) {
    auto whole = reason + (fix.empty() ? "" : ": " + fix);
    if (std::find(reasons_.begin(), reasons_.end(), whole) == reasons_.end()) {
        reasons_.push_back(std::move(whole));
    }
}

void LeftOut::report(Session& session) const {
    for (const auto& reason : reasons_) {
        session.report("this is not complete: " + reason);
    }
    if (!reasons_.empty()) {
        session.end_with(Exit::plugin);
    }
}

} // namespace praxis::safety
