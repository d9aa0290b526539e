// SPDX-License-Identifier: MIT
#include "letter/slip.hpp"

#include <praxis/text.hpp>

namespace praxis::referrals {
namespace {

constexpr int lines_of_an_answer = 2;
const std::string room = "____________";

} // namespace

Slip write_slip(const Referral& referral, const Profile& profile, const SlipFacts& facts) {
    Slip slip;
    slip.title = "Reply slip";
    slip.about = {
        facts.person,
        "Referral " + referral.id.str() + " of " + facts.dated.iso(),
        "The question: " + trim(referral.reason)};
    slip.return_to = {"Please return by " + referral.reply_by.iso()};
    slip.return_to.insert(slip.return_to.end(), facts.way_back.begin(), facts.way_back.end());
    slip.rows.push_back(
        {.labels = {},
         .boxes =
             {"Seen on " + room, "Did not come", "Continuing", "Discharged", "Referred to " + room}}
    );
    for (const auto& question : profile.reply_slip()) {
        slip.rows.push_back({.labels = {question}, .boxes = {}, .lines = lines_of_an_answer});
    }
    slip.rows.push_back(
        {.labels = {"Soft-tissue work meanwhile"},
         .boxes = {"go on", "go on, but not " + room, "stop until I write"}}
    );
    slip.rows.push_back({.labels = {"Name and signature", "Date", "Best phone for questions"}});
    return slip;
}

} // namespace praxis::referrals
