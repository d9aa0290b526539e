// SPDX-License-Identifier: MIT
#include "letter/places.hpp"

#include <algorithm>

namespace praxis::referrals {
namespace {

using Kind = BodyChart::Kind;

/// Whether a mark on one side also shows the other: both sides contain the left one, and a place
/// without a side is the whole region.
bool covers(const std::string& marked, const std::string& side) {
    return marked == side || marked.empty() || marked == "both" || side.empty();
}

} // namespace

const BodyChart::Mark* Places::find(const std::string& region, const std::string& side) const {
    const auto found = std::find_if(marks_.begin(), marks_.end(), [&](const auto& mark) {
        const bool has_number = mark.kind == Kind::pain || mark.kind == Kind::finding;
        return has_number && mark.region == region && covers(mark.side, side);
    });
    return found == marks_.end() ? nullptr : &*found;
}

std::string Places::mark(const std::string& region, const std::string& side, Kind kind) {
    if (region.empty()) {
        return {};
    }
    if (const auto* known = find(region, side)) {
        return known->label;
    }
    auto number = std::to_string(++count_);
    marks_.push_back({number, region, side, kind, ""});
    return number;
}

void Places::mark_work(const std::string& region, const std::string& side) {
    const bool known = std::any_of(marks_.begin(), marks_.end(), [&](const auto& mark) {
        return mark.kind == Kind::work && mark.region == region && mark.side == side;
    });
    if (!region.empty() && !known && find(region, side) == nullptr) {
        marks_.push_back({"w", region, side, Kind::work, ""});
    }
}

void Places::mark_radiation(const std::string& region, const std::string& side) {
    if (!region.empty()) {
        marks_.push_back({"→", region, side, Kind::radiation, ""});
    }
}

std::string Places::number_of(const std::string& region, const std::string& side) const {
    const auto* found = find(region, side);
    return found == nullptr ? std::string{} : found->label;
}

BodyChart Places::chart() const {
    return {.title = "", .marks = marks_, .beside = true};
}

} // namespace praxis::referrals
