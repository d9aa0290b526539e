// SPDX-License-Identifier: MIT
#include "screen/answers.hpp"
#include "screen/warning.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis::safety {

namespace {

constexpr std::size_t columns_of_a_line = 79;
constexpr int most_tries = 5; // to answer one question

std::string wrapped(const std::string& text, const std::string& indent) {
    return indent + join(wrap(text, columns_of_a_line - indent.size()), "\n" + indent);
}

/// Why a question is asked, for people.
std::string reason_of(const Flag& question) {
    auto text = question.why;
    if (!question.threshold.empty()) {
        text += " Threshold: " + question.threshold + ".";
    }
    if (!question.conflict.empty()) {
        text += " " + question.conflict;
    }
    return wrapped(text + " Sources: " + join(question.sources, ", ") + ".", "       ") + "\n";
}

class Interview {
  public:
    Interview(
        Session& session,
        const ScreenBook& book,
        std::size_t total,
        std::string greeting,
        std::string hint
    )
        : session_(session)
        , book_(book)
        , total_(total)
        , before_(std::move(greeting))
        , hint_(std::move(hint)) {}

    GivenAnswer ask(const Flag& question) {
        ++number_;
        for (int tries = 0; tries < most_tries; ++tries) {
            const auto typed = session_.ask(std::exchange(before_, "") + prompt_of(question));
            if (!typed) {
                break;
            }
            const auto word = trim(*typed);
            if (word == "?") {
                before_ = reason_of(question);
                continue;
            }
            const auto answer =
                word.empty() ? GivenAnswer{.answer = Answer::no} : read_answer(word);
            if (answer) {
                warn(question, *answer);
                return *answer;
            }
            before_ =
                "       Answer y, n or u, with a detail behind it; ? tells why it is asked.\n";
        }
        throw NeedsInput(
            "the red-flag questions are not all answered, so nothing is recorded", hint_
        );
    }

  private:
    [[nodiscard]] std::string prompt_of(const Flag& question) const {
        const auto place = std::to_string(number_) + "/" + std::to_string(total_);
        const auto lines = wrap(question.ask, columns_of_a_line - 14);
        return std::string(place.size() < 5 ? 5 - place.size() : 0, ' ') + place + "  " +
               join(lines, "\n       ") + "  [n] ";
    }

    /// What to do now, before the next question.
    void warn(const Flag& question, const GivenAnswer& answer) {
        if (answer.answer == Answer::yes && !book_.facts(question.action).treat &&
            question.when.empty() && question.alone) {
            before_ = "\n" + warning_of(book_, question) + "\n";
        }
    }

    Session& session_;
    const ScreenBook& book_;
    std::size_t total_;
    std::size_t number_ = 0;
    std::string before_;
    std::string hint_;
};

} // namespace

void ask_questions(
    Session& session,
    const ScreenBook& book,
    const std::vector<const Flag*>& questions,
    const std::string& greeting,
    const std::string& hint,
    GivenAnswers& answers
) {
    std::vector<const Flag*> open;
    for (const auto* question : questions) {
        if (!answers.contains(question->id)) {
            open.push_back(question);
        }
    }
    Interview interview{session, book, open.size(), greeting, hint};
    for (const auto* question : open) {
        answers[question->id] = interview.ask(*question);
    }
}

} // namespace praxis::safety
