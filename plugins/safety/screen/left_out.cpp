// SPDX-License-Identifier: MIT
#include "screen/left_out.hpp"

#include <algorithm>

namespace praxis::safety {

void LeftOut::add(const std::string& reason) {
    if (std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end()) {
        reasons_.push_back(reason);
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
