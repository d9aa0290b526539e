// SPDX-License-Identifier: MIT
/// Checklists of ergonomics and habits: asked once, asked again, both answers side by side.
#pragma once
#include "homecare/home_care.hpp"
#include "homecare/library.hpp"

#include <praxis/document.hpp>
#include <praxis/result.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans::home {

/// The answers of one day, by the id of the question: yes, no, unknown.
using Answers = std::map<std::string, std::string>;

/// Reads "yes", "y", "no", "n", "unknown", "u", "?".
std::optional<std::string> read_answer(std::string_view word);

/// errors  UsageError naming `of`: it is none of these answers
std::string get_answer(std::string_view word, const std::string& of);

/// set  "feet=no", as an option gives it
/// all  the answer to every question that `set` does not name
/// errors  UsageError: no such question, or no answer
Answers read_answers(
    const Checklist& list,
    const std::vector<std::string>& set,
    const std::optional<std::string>& all
);

/// errors  NeedsInput naming the questions without an answer
void refuse_open_questions(const Checklist& list, const Answers& answers);

/// The content of a row: each question as it was asked, with its answer.
Value answers_content(const Checklist& list, const Answers& answers);

/// The first and the last answers to one checklist; the same row when it was asked once.
struct FirstAndLast {
    HomeCare first;
    HomeCare last;
};

/// Of each checklist that the client ever answered, in the order of the first answers.
std::vector<FirstAndLast> first_and_last(SQLite::Database& db, ClientId client);

/// A question with both answers. A question that was asked only once has one answer.
struct ComparedLine {
    std::string question;
    std::string first;
    std::string last;
    std::string change; // better, worse, or empty
};

std::vector<ComparedLine> compare(const FirstAndLast& pair);

/// "3 better, 1 worse, 4 yes of 8".
std::string compare_summary(const FirstAndLast& pair);

Grid compare_grid(const FirstAndLast& pair);

} // namespace praxis::plans::home
