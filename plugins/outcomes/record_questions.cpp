// SPDX-License-Identifier: MIT
#include "record_questions.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis::outcomes {

namespace {

[[noreturn]] void refuse(const Instrument& instrument) {
    const auto start = "praxis measure record CLIENT " + instrument.id;
    const auto& answers = instrument.answers;
    throw UsageError(
        "no answer to " + instrument.id + " is given",
        answers.named             ? start + " --activity \"NAME=NUMBER\", once for each activity"
        : instrument.sum_of_parts ? start + " --part NAME=NUMBER, once for each part"
        : answers.ticks           ? start + " --ticked 1,4,9 (or none)"
                                  : start + " SCORE"
    );
}

/// Asks again until the answer is empty or `read` accepts it. An empty answer is an empty text.
template <class Read>
std::string
ask_until(Session& session, const Instrument& instrument, std::string question, Read read) {
    for (;;) {
        const auto answer = session.ask(question);
        if (!answer) {
            refuse(instrument);
        }
        auto text = trim(*answer);
        if (text.empty()) {
            return text;
        }
        try {
            read(text);
            return text;
        } catch (const UsageError& error) {
            question = std::string{error.what()} + ". Again: ";
        }
    }
}

double read_between(const std::string& text, double lowest, double highest) {
    double value = 0;
    read_word(text, value);
    if (value < lowest || value > highest) {
        throw UsageError(
            "give a number from " + number_text(lowest) + " to " + number_text(highest)
        );
    }
    return value;
}

std::string ask_number(
    Session& session,
    const Instrument& instrument,
    const std::string& question,
    double lowest,
    double highest
) {
    return ask_until(session, instrument, question, [lowest, highest](const std::string& text) {
        read_between(text, lowest, highest);
    });
}

/// "Sleep through, 0 to 10 (last time 4): "; Enter leaves the activity out.
void ask_activity(
    Session& session,
    const Instrument& instrument,
    const std::string& name,
    const std::string& last,
    TypedAnswers& typed
) {
    const auto& answers = instrument.answers;
    const auto number = ask_number(
        session,
        instrument,
        visible(name) + ", " + number_text(answers.lowest) + " to " + number_text(answers.highest) +
            last + ": ",
        answers.lowest,
        answers.highest
    );
    if (!number.empty()) {
        typed.activities.push_back(name + "=" + number);
    }
}

TypedAnswers ask_activities(
    Session& session, const Instrument& instrument, const std::vector<NamedNumber>& earlier
) {
    TypedAnswers typed;
    for (const auto& [name, value] : earlier) {
        ask_activity(session, instrument, name, " (last time " + number_text(value) + ")", typed);
    }
    const auto most = static_cast<std::size_t>(instrument.answers.most);
    while (typed.activities.size() < most) {
        const bool enough =
            typed.activities.size() >= static_cast<std::size_t>(instrument.answers.least);
        const auto name = ask_until(
            session,
            instrument,
            std::string{
                typed.activities.empty() ? instrument.questions.front() + "\nThe first: "
                                         : "Another one"} +
                (typed.activities.empty() ? ""
                 : enough                 ? " (Enter to end): "
                                          : ": "),
            [](const std::string&) {}
        );
        if (name.empty()) {
            break;
        }
        ask_activity(session, instrument, name, "", typed);
    }
    return typed;
}

void ask_parts(Session& session, const Instrument& instrument, TypedAnswers& typed) {
    for (const auto& part : instrument.parts) {
        const auto number = ask_number(
            session,
            instrument,
            part.name + ", " + number_text(part.lowest) + " to " + number_text(part.highest) + ": ",
            part.lowest,
            part.highest
        );
        if (!number.empty()) {
            typed.parts.push_back(part.id + "=" + number);
        }
    }
}

void ask_score(Session& session, const Instrument& instrument, TypedAnswers& typed) {
    const auto question =
        instrument.questions.empty()
            ? "Score, " + number_text(instrument.lowest) + " to " + number_text(instrument.highest)
            : instrument.questions.front();
    const auto number =
        ask_number(session, instrument, question + " ", instrument.lowest, instrument.highest);
    if (number.empty()) {
        refuse(instrument);
    }
    typed.score = read_between(number, instrument.lowest, instrument.highest);
}

} // namespace

namespace {

bool has_all_questions(const Instrument& instrument) {
    return instrument.answers.count > 0 &&
           instrument.questions.size() == static_cast<std::size_t>(instrument.answers.count);
}

/// Under the therapist's own licence: each question; Enter leaves it out.
std::string ask_items(Session& session, const Instrument& instrument) {
    const auto& answers = instrument.answers;
    std::string items;
    for (const auto& question : instrument.questions) {
        const auto number = ask_number(
            session,
            instrument,
            question + " " + number_text(answers.lowest) + " to " + number_text(answers.highest) +
                ": ",
            answers.lowest,
            answers.highest
        );
        items += (items.empty() ? "" : " ") + (number.empty() ? "-" : number);
    }
    return items;
}

/// Each statement; Enter does not tick it.
std::string ask_each_tick(Session& session, const Instrument& instrument) {
    std::vector<std::string> ticked;
    for (std::size_t i = 0; i < instrument.questions.size(); ++i) {
        const auto answer = session.ask(instrument.questions[i] + " Ticked? [y/N] ");
        if (!answer) {
            refuse(instrument);
        }
        if (fold(trim(*answer)).starts_with("y")) {
            ticked.push_back(std::to_string(i + 1));
        }
    }
    return ticked.empty() ? "none" : join(ticked, ",");
}

std::string ask_ticks(Session& session, const Instrument& instrument) {
    if (has_all_questions(instrument)) {
        return ask_each_tick(session, instrument);
    }
    const auto ticked = session.ask("Numbers of the ticked statements (Enter for none): ");
    if (!ticked) {
        refuse(instrument);
    }
    return trim(*ticked).empty() ? "none" : trim(*ticked);
}

} // namespace

TypedAnswers ask_answers(
    Session& session, const Instrument& instrument, const std::vector<NamedNumber>& earlier
) {
    if (instrument.answers.named) {
        return ask_activities(session, instrument, earlier);
    }
    TypedAnswers typed;
    if (instrument.answers.ticks) {
        typed.ticked = ask_ticks(session, instrument);
        return typed;
    }
    if (has_all_questions(instrument)) {
        typed.items = ask_items(session, instrument);
        return typed;
    }
    if (!instrument.sum_of_parts) {
        ask_score(session, instrument, typed);
    }
    ask_parts(session, instrument, typed);
    return typed;
}

} // namespace praxis::outcomes
