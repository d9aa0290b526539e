// SPDX-License-Identifier: MIT
#include "check/sides.hpp"

#include "note/note_body.hpp"

#include <praxis/body.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

/// The side of a region in one row of the note.
struct RegionSide {
    std::string region;
    std::string side;
    std::string path;       // "block[2].side"
    std::string assignment; // the same in the form of --set
};

/// path  of the list: "objective.finding"
std::vector<RegionSide> find_sides(const Value* tables, const std::string& path) {
    std::vector<RegionSide> found;
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

/// The only side recorded for the region; empty when there is none, or more than one.
std::string only_side(const std::vector<RegionSide>& all, const std::string& region) {
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

bool is_contradiction(const std::string& left, const std::string& right) {
    return is_single(left) && is_single(right) && left != right;
}

/// where  "the finding is on the", "CO-0001 is on the"
Problem make_conflict(
    const RegionSide& work, const std::string& where, const std::string& other, const Value& note
) {
    return {
        .weight = Problem::Weight::warning,
        .path = work.path,
        .place = find_place(work.path, note),
        .message = region_with_side(work.region, "") + ": " + where + " " + other +
                   ", but the work is on the " + work.side + ": is that right?",
        .hint = "if not: --set " + work.assignment + "=" + other};
}

} // namespace

std::vector<Problem> find_side_conflicts(const Value& body, const ComplaintPlace& complaint) {
    const auto found = find_sides(NoteBody{body}.objective("finding"), "objective.finding");
    const auto worked = find_sides(body.find("block"), "block");
    std::vector<std::string> asked;
    std::vector<Problem> conflicts;
    for (const auto& work : worked) {
        const auto side = only_side(worked, work.region);
        if (side.empty() || std::find(asked.begin(), asked.end(), work.region) != asked.end()) {
            continue;
        }
        asked.push_back(work.region);
        if (const auto other = only_side(found, work.region); is_contradiction(side, other)) {
            conflicts.push_back(make_conflict(work, "the finding is on the", other, body));
        }
        if (complaint.region == work.region && is_contradiction(side, complaint.side)) {
            conflicts.push_back(
                make_conflict(work, complaint.id + " is on the", complaint.side, body)
            );
        }
    }
    return conflicts;
}

} // namespace praxis::soap
