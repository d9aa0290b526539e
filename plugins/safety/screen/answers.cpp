// SPDX-License-Identifier: MIT
#include "screen/answers.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::safety {

namespace {

struct AnswerWord {
    std::string_view word;
    Answer answer;
};

constexpr std::array<AnswerWord, 10> answer_words{{
    {"yes", Answer::yes},
    {"y", Answer::yes},
    {"true", Answer::yes},
    {"no", Answer::no},
    {"n", Answer::no},
    {"false", Answer::no},
    {"none", Answer::no},
    {"unknown", Answer::unknown},
    {"u", Answer::unknown},
    {"unsure", Answer::unknown},
}};

void check_question(const ScreenBook& book, const std::string& id, const std::string& place) {
    if (book.find_question(id) != nullptr) {
        return;
    }
    const auto ids = book.question_ids();
    const auto meant = did_you_mean(id, ids);
    throw UsageError(
        place + "'" + truncate_to_width(visible(id), 30) + "' is not a question of the screen",
        meant ? "did you mean " + *meant + "?" : "praxis screen questions lists them"
    );
}

GivenAnswer check_answer(const std::string& id, std::string_view text, const std::string& place) {
    const auto answer = read_answer(text);
    if (!answer) {
        throw UsageError(
            place + id + ": '" + truncate_to_width(visible(text), 30) + "' is not an answer",
            "answer yes, no or unknown, with a detail behind it: " + id + "=\"yes, since Tuesday\""
        );
    }
    return *answer;
}

} // namespace

std::optional<GivenAnswer> read_answer(std::string_view text) {
    const auto trimmed = trim(text);
    const auto end = trimmed.find_first_of(" ,:;\t");
    const auto word = fold(trimmed.substr(0, end));
    const auto* const found =
        std::find_if(answer_words.begin(), answer_words.end(), [&word](const AnswerWord& each) {
            return each.word == word;
        });
    if (found == answer_words.end()) {
        return std::nullopt;
    }
    GivenAnswer answer{.answer = found->answer};
    if (end != std::string::npos) {
        const auto begin = trimmed.find_first_not_of(" ,:;\t", end);
        answer.detail = begin == std::string::npos ? "" : trim(trimmed.substr(begin));
    }
    return answer;
}

AnswerFile
read_answer_file(const ScreenBook& book, std::string_view text, const std::string& source) {
    AnswerFile file;
    const auto root = parse_toml_or_json(text, source);
    if (!root.is_object()) {
        throw Refused(source + ": a table of answers expected", "praxis help screen record");
    }
    for (const auto& [key, value] : root.as_object()) {
        const auto place = source + ":" + std::to_string(value.line()) + ": ";
        if (key == "remark") {
            file.remark = trim(value.plain());
            continue;
        }
        check_question(book, key, place);
        if (!trim(value.plain()).empty()) {
            const bool is_yes = value.is_bool() && value.as_bool();
            const auto word = value.is_bool() ? std::string{is_yes ? "yes" : "no"} : value.plain();
            file.answers[key] = check_answer(key, word, place);
        }
    }
    return file;
}

GivenAnswers read_sets(const ScreenBook& book, const std::vector<std::string>& sets) {
    GivenAnswers answers;
    for (const auto& set : sets) {
        const auto equals = set.find('=');
        const auto id = trim(set.substr(0, equals));
        check_question(book, id, "--set ");
        answers[id] =
            check_answer(id, equals == std::string::npos ? "" : set.substr(equals + 1), "--set ");
    }
    return answers;
}

std::vector<AnsweredQuestion> put_together(
    const ScreenBook& book,
    const std::vector<std::string>& regions,
    const GivenAnswers& given,
    Answer otherwise
) {
    const auto asked = questions_for(book, regions);
    std::vector<AnsweredQuestion> answers;
    for (const auto* question : questions_for(book, {})) {
        const auto found = given.find(question->id);
        if (found == given.end() &&
            std::find(asked.begin(), asked.end(), question) == asked.end()) {
            continue;
        }
        const auto answer = found == given.end() ? GivenAnswer{.answer = otherwise} : found->second;
        answers.push_back(
            {.id = question->id,
             .section = question->section,
             .label = question->label,
             .ask = question->ask,
             .answer = answer.answer,
             .detail = answer.detail,
             .is_private = question->is_private}
        );
    }
    return answers;
}

} // namespace praxis::safety
