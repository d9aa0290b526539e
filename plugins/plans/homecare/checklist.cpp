// SPDX-License-Identifier: MIT
#include "homecare/checklist.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans::home {

namespace {

const Value::Array& answers_in(const HomeCare& row) {
    static const Value::Array none;
    const auto* const answers = row.content.find("answers");
    return answers == nullptr || !answers->is_array() ? none : answers->as_array();
}

std::string answer_to(const HomeCare& row, const std::string& id) {
    for (const auto& answer : answers_in(row)) {
        if (answer.text_at("id") == id) {
            return answer.text_at("answer");
        }
    }
    return {};
}

std::string change_of(const std::string& first, const std::string& last) {
    if (first == "no" && last == "yes") {
        return "better";
    }
    return first == "yes" && last == "no" ? "worse" : "";
}

} // namespace

std::optional<std::string> read_answer(std::string_view word) {
    const auto folded = fold(word);
    if (folded == "yes" || folded == "y") {
        return "yes";
    }
    if (folded == "no" || folded == "n") {
        return "no";
    }
    const bool unknown = folded == "unknown" || folded == "u" || folded == "?";
    return unknown ? std::optional<std::string>{"unknown"} : std::nullopt;
}

std::string get_answer(std::string_view word, const std::string& of) {
    const auto answer = read_answer(word);
    if (!answer) {
        throw UsageError(
            of + ": " + std::string{word} + " is no answer", "choose from yes, no, unknown"
        );
    }
    return *answer;
}

Answers read_answers(
    const Checklist& list,
    const std::vector<std::string>& set,
    const std::optional<std::string>& all
) {
    Answers answers;
    std::vector<std::string> ids;
    for (const auto& question : list.questions) {
        ids.push_back(question.id);
        if (all) {
            answers[question.id] = *all;
        }
    }
    for (const auto& word : set) {
        const auto at = word.find('=');
        const auto id = word.substr(0, at);
        if (at == std::string::npos || std::find(ids.begin(), ids.end(), id) == ids.end()) {
            throw UsageError(
                "--set " + word + " names no question of " + list.id,
                "give QUESTION=ANSWER; the questions are " + join(ids, ", ")
            );
        }
        answers[id] = get_answer(word.substr(at + 1), "--set " + id);
    }
    return answers;
}

void refuse_open_questions(const Checklist& list, const Answers& answers) {
    std::vector<std::string> open;
    for (const auto& question : list.questions) {
        if (!answers.contains(question.id)) {
            open.push_back(question.id);
        }
    }
    if (!open.empty()) {
        throw NeedsInput(
            "not answered: " + join(open, ", "),
            "give --set " + open.front() + "=yes (or no, or unknown), or --all no"
        );
    }
}

Value answers_content(const Checklist& list, const Answers& answers) {
    Value::Array lines;
    for (const auto& question : list.questions) {
        if (const auto answer = answers.find(question.id); answer != answers.end()) {
            lines.push_back(Value::Object{
                {"id", question.id}, {"ask", question.ask}, {"answer", answer->second}});
        }
    }
    return Value::Object{{"answers", std::move(lines)}};
}

std::vector<FirstAndLast> first_and_last(SQLite::Database& db, ClientId client) {
    auto rows = all_home_care(db, client, Kind::checklist);
    std::stable_sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
        return left.first_day < right.first_day;
    });
    std::vector<FirstAndLast> pairs;
    for (auto& row : rows) {
        const auto known = std::find_if(pairs.begin(), pairs.end(), [&row](const auto& pair) {
            return pair.first.item == row.item;
        });
        if (known == pairs.end()) {
            pairs.push_back({row, row});
        } else {
            known->last = std::move(row);
        }
    }
    return pairs;
}

std::vector<ComparedLine> compare(const FirstAndLast& pair) {
    std::vector<ComparedLine> lines;
    const bool once = pair.first.id == pair.last.id;
    for (const auto& answer : answers_in(pair.last)) {
        const auto id = answer.text_at("id");
        const auto last = answer.text_at("answer");
        const auto first = once ? last : answer_to(pair.first, id);
        lines.push_back(
            {answer.text_at("ask"), first, once ? "" : last, once ? "" : change_of(first, last)}
        );
    }
    for (const auto& answer : answers_in(pair.first)) {
        if (answer_to(pair.last, answer.text_at("id")).empty()) {
            lines.push_back({answer.text_at("ask"), answer.text_at("answer"), "", ""});
        }
    }
    return lines;
}

std::string compare_summary(const FirstAndLast& pair) {
    int better = 0;
    int worse = 0;
    int good = 0;
    int asked = 0;
    for (const auto& answer : answers_in(pair.last)) {
        asked += 1;
        good += answer.text_at("answer") == "yes" ? 1 : 0;
    }
    for (const auto& line : compare(pair)) {
        better += line.change == "better" ? 1 : 0;
        worse += line.change == "worse" ? 1 : 0;
    }
    const auto now = std::to_string(good) + " of " + std::to_string(asked) + " yes";
    return pair.first.id == pair.last.id
               ? now
               : now + ", " + std::to_string(better) + " better and " + std::to_string(worse) +
                     " worse than on " + pair.first.first_day.iso();
}

Grid compare_grid(const FirstAndLast& pair) {
    Grid grid{pair.last.name, {{pair.last.name}, {pair.first.first_day.iso()}}, {}};
    const bool once = pair.first.id == pair.last.id;
    if (!once) {
        grid.columns.push_back({pair.last.first_day.iso()});
        grid.columns.push_back({"Change"});
    }
    for (const auto& line : compare(pair)) {
        std::vector<std::string> row{line.question, line.first};
        if (!once) {
            row.push_back(line.last);
            row.push_back(line.change);
        }
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

} // namespace praxis::plans::home
