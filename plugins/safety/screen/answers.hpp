// SPDX-License-Identifier: MIT
/// From what the user typed to the answers of a screen.
#pragma once
#include "screen/questions.hpp"
#include "screen/screen.hpp"

#include <praxis/session.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

struct GivenAnswer {
    Answer answer = Answer::unknown;
    std::string detail = {};
};

/// By the id of the question.
using GivenAnswers = std::map<std::string, GivenAnswer>;

/// "yes", "y", "no", "n", "unknown", "u", each with a detail behind it: "yes, left foot". Nothing
/// for any other text.
std::optional<GivenAnswer> read_answer(std::string_view text);

/// A file: question = "answer", and `remark`.
struct AnswerFile {
    GivenAnswers answers;
    std::string remark;
};

/// errors  Refused or UsageError with source and line: not TOML or JSON, an unknown question, an
///         answer that is none
AnswerFile
read_answer_file(const ScreenBook& book, std::string_view text, const std::string& source);

/// Each "id=answer".
/// errors  UsageError: an unknown question, an answer that is none
GivenAnswers read_sets(const ScreenBook& book, const std::vector<std::string>& sets);

/// Each question with its answer, in the order of the book: the questions of the regions, and any
/// other that was answered.
std::vector<AnsweredQuestion> put_together(
    const ScreenBook& book,
    const std::vector<std::string>& regions,
    const GivenAnswers& given,
    Answer otherwise
);

/// Asks the questions that are not answered yet on the terminal, one by one.
/// greeting  before the first question
/// hint      how to answer without a terminal
/// errors    NeedsInput when praxis cannot ask, or the user stops
void ask_questions(
    Session& session,
    const ScreenBook& book,
    const std::vector<const Flag*>& questions,
    const std::string& greeting,
    const std::string& hint,
    GivenAnswers& answers
);

} // namespace praxis::safety
