// SPDX-License-Identifier: MIT
#include "letter/slip.hpp"

#include <praxis/text.hpp>

namespace praxis::referrals {
namespace {

constexpr int lines_of_an_answer = 2;
const std::string room = "____________";

} // namespace

Slip write_slip(const Referral& referral, const Profile& profile, const SlipFacts& facts) {
    const auto& language = profile.language();
    Slip slip;
    slip.title = language.say("Reply slip");
    slip.about = {
        facts.person,
        language.say(
            "Referral {number} of {date}",
            {{"number", referral.id.str()}, {"date", facts.dated.iso()}}
        ),
        language.say("The question: {question}", {{"question", trim(referral.reason)}})};
    slip.return_to = {language.say("Please return by {date}", {{"date", referral.reply_by.iso()}})};
    slip.return_to.insert(slip.return_to.end(), facts.way_back.begin(), facts.way_back.end());
    slip.rows.push_back(
        {.labels = {},
         .boxes =
             {language.say("Seen on {room}", {{"room", room}}),
              language.say("Did not come"),
              language.say("Continuing"),
              language.say("Discharged"),
              language.say("Referred to {room}", {{"room", room}})}}
    );
    for (const auto& question : profile.reply_slip()) {
        slip.rows.push_back({.labels = {question}, .boxes = {}, .lines = lines_of_an_answer});
    }
    slip.rows.push_back(
        {.labels = {language.say("Soft-tissue work meanwhile")},
         .boxes =
             {language.say("go on"),
              language.say("go on, but not {room}", {{"room", room}}),
              language.say("stop until I write")}}
    );
    slip.rows.push_back(
        {.labels =
             {language.say("Name and signature"),
              language.say("Date"),
              language.say("Best phone for questions")}}
    );
    return slip;
}

} // namespace praxis::referrals
