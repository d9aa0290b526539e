// SPDX-License-Identifier: MIT
#include "check/sides.hpp"

#include <praxis/body.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

/// What one part of the note says of a region.
struct Sided {
    std::string region;
    std::string side;
    std::string path;  // "block[2].side"
    std::string place; // the same as --set takes it
};

/// path  of the list: "objective.finding"
std::vector<Sided> sided(const Value* tables, const std::string& path) {
    std::vector<Sided> found;
    int number = 0;
    if (tables == nullptr || !tables->is_array()) {
        return found;
    }
    for (const auto& table : tables->as_array()) {
        const auto row = std::to_string(++number);
        if (const auto region = table.text_at("region"); !region.empty()) {
            found.push_back(
                {region,
                 table.text_at("side"),
                 path + "[" + row + "].side",
                 path + "." + row + ".side"}
            );
        }
    }
    return found;
}

bool is_single(const std::string& side) {
    return side == "left" || side == "right";
}

/// The only side that is said of the region; empty when there is none, or more than one.
std::string only_side(const std::vector<Sided>& all, const std::string& region) {
    std::string side;
    for (const auto& one : all) {
        if (one.region != region) {
            continue;
        }
        if (!is_single(one.side) || (!side.empty() && side != one.side)) {
            return {};
        }
        side = one.side;
    }
    return side;
}

bool contradict(const std::string& left, const std::string& right) {
    return is_single(left) && is_single(right) && left != right;
}

/// where  "found on the", "CO-0001 is on the"
Problem question(const Sided& work, const std::string& where, const std::string& other) {
    return {
        .weight = Problem::Weight::warning,
        .path = work.path,
        .message = region_with_side(work.region, "") + ": " + where + " " + other +
                   ", worked on the " + work.side + ": is the " + work.side + " meant?",
        .hint = "if not: --set " + work.place + "=" + other};
}

} // namespace

std::vector<Problem> side_questions(const Value& body, const ComplaintPlace& complaint) {
    const auto* const objective = body.find("objective");
    const auto found =
        sided(objective == nullptr ? nullptr : objective->find("finding"), "objective.finding");
    const auto worked = sided(body.find("block"), "block");
    std::vector<std::string> asked;
    std::vector<Problem> questions;
    for (const auto& work : worked) {
        const auto side = only_side(worked, work.region);
        if (side.empty() || std::find(asked.begin(), asked.end(), work.region) != asked.end()) {
            continue;
        }
        asked.push_back(work.region);
        if (const auto other = only_side(found, work.region); contradict(side, other)) {
            questions.push_back(question(work, "found on the", other));
        }
        if (complaint.region == work.region && contradict(side, complaint.side)) {
            questions.push_back(question(work, complaint.id + " is on the", complaint.side));
        }
    }
    return questions;
}

} // namespace praxis::soap
