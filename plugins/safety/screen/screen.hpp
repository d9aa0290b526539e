// SPDX-License-Identifier: MIT
/// A red-flag screen: the questions as they were asked, the answers, and the flags among them.
#pragma once
#include "screen/questions.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

using ScreenId = Id<"SC">;

enum class Answer { no, yes, unknown };

/// "no", "yes", "unknown".
std::string_view answer_id(Answer answer);

struct AnsweredQuestion {
    std::string id; // of the question
    std::string section = {};
    std::string label = {};
    std::string ask = {};
    Answer answer = Answer::unknown;
    std::string detail = {}; // in the client's words: "left foot, since Tuesday"
    bool is_private = false;
};

/// A flag that the answers or the record show.
struct Finding {
    std::string id;
    std::string label;
    std::string detail = {};
    std::string suspect = {};
    std::string number = {}; // "RF05"
    Action action = Action::record;
    bool counts = true;       // false: says too little by itself
    std::string because = {}; // why it counts, or does not: "age over 50"
    std::string conflict = {};
    std::vector<std::string> steps = {};
    std::vector<std::string> citations = {};
    bool from_record = false; // not from an answer
    bool is_private = false;
};

struct Screen {
    ScreenId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint; // empty: the complaints open at that time
    Date on;
    std::vector<AnsweredQuestion> answers;
    std::vector<Finding> findings;    // the most urgent first
    Value versions = Value::Object{}; // of the files of questions: {"back": 1}
    std::optional<Action> urgency;    // of the most urgent finding that counts; never `record`
    std::string remark;
    ZonedTime recorded;
    UserId author;
    std::string author_name;
};

std::size_t count_answers(const Screen& screen, Answer answer);

/// The labels of the questions with that answer, each with its detail.
/// with_private  also questions that are not for other professionals
std::vector<std::string> labels_of(const Screen& screen, Answer answer, bool with_private = true);

/// "1 yes, 20 no, 1 not known"
std::string counts_text(const Screen& screen);

/// The findings that count, in words: "leg getting weaker (left foot)".
std::vector<std::string> findings_in_words(const Screen& screen, bool with_private = true);

/// All of it, for --json and exports.
Value screen_value(const Screen& screen);

Value answers_value(const Screen& screen);
Value findings_value(const Screen& screen);
std::vector<AnsweredQuestion> answers_from(const Value& value);
std::vector<Finding> findings_from(const Value& value);

} // namespace praxis::safety
