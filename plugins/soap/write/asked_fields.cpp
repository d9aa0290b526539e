// SPDX-License-Identifier: MIT
#include "write/asked_fields.hpp"

#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "note/note_templates.hpp"
#include "write/shorthand/vocabulary.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/date.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace praxis::soap {

namespace {

constexpr std::size_t columns_of_a_line = 79;
constexpr int most_tries = 3; // to answer one question

/// "block[1].tolerance" as --set names it: "block.1.tolerance".
std::string path_of_set(std::string path) {
    std::erase(path, ']');
    std::replace(path.begin(), path.end(), '[', '.');
    return path;
}

/// Whether the path is one of a field that a single answer can fill, not of a table.
bool is_simple_field(const std::string& path, const Value& body, const NoteTemplates& templates) {
    const auto dot = path.rfind('.');
    const auto place = path.substr(0, dot == std::string::npos ? 0 : dot);
    std::vector<Field> fields;
    if (place.starts_with("block[")) {
        const auto* block = find_fact(body, place);
        fields = block == nullptr ? fields : block_fields(*block, templates);
    } else if (const auto* part = templates.find_part(place.empty() ? "session" : place)) {
        fields = part->fields;
    }
    const auto* field = find_field(fields, path.substr(dot == std::string::npos ? 0 : dot + 1));
    return field != nullptr && field->type != FieldType::table;
}

/// Asks with the question above the option that answers it.
std::optional<std::string>
ask(Session& session, const std::string& question, const std::string& path) {
    std::string shown;
    for (const auto& part : split(question, '\n')) {
        shown += join(wrap(part, columns_of_a_line), "\n") + "\n";
    }
    auto answer = session.ask(shown + "  --set " + path + "=");
    return answer ? std::optional{trim(*answer)} : std::nullopt;
}

/// "Subjective, pain now: How strong is the pain now? (a whole number from 0 to 10)"
std::string question_of(const MissingField& missing) {
    const auto& [place, label, needs] = missing;
    return place + ", " + label + needs.substr(needs.find(':'));
}

class Questions {
  public:
    Questions(Session& session, const TemplateBook& book, NoteInput& input)
        : session_(session), book_(book), input_(input) {}

    void ask_for_missing(ClientId client) {
        const auto preview = preview_note(session_, book_, input_);
        const bool has_consent = is_consent_on_record(client, preview.body);
        const auto templates = templates_for(preview.body, book_);
        std::string beginning = "Signing needs more. An empty answer leaves a field empty.\n";
        for (const auto& problem : preview.has_errors ? std::vector<Problem>{} : preview.missing) {
            const bool is_known = has_consent && problem.path == "consent.given";
            if (!problem.missing || is_known ||
                !is_simple_field(problem.path, preview.body, templates)) {
                continue;
            }
            const auto question = std::exchange(beginning, "") + question_of(*problem.missing);
            if (!ask_for(question, path_of_set(problem.path))) {
                return;
            }
        }
    }

    void propose_next_visit() {
        const auto preview = preview_note(session_, book_, input_);
        const auto proposal = preview.has_errors ? std::nullopt : next_visit(preview.body);
        if (!proposal) {
            return;
        }
        const auto& [day, reason] = *proposal;
        const auto answer =
            ask(session_,
                "Next visit: " + reason +
                    ". Press Enter for that day, or give another, or \"none\".",
                "plan.next_visit");
        if (!answer) {
            session_.report(
                "next visit: " + reason + ". To record it, add --set next_visit=" + day
            );
        } else if (fold(*answer) == "none") {
            return;
        } else if (const auto mistake = add("plan.next_visit", answer->empty() ? day : *answer)) {
            ask_for(*mistake + " Next visit?", "plan.next_visit");
        }
    }

  private:
    /// Consent to treatment on the day of the session.
    bool is_consent_on_record(ClientId client, const Value& body) {
        const auto began = NoteBody{body}.began();
        return began && session_.get<clients::Directory>().consent(
                            session_, {.client = client, .kind = "treatment", .on = began->date}
                        ) == clients::ConsentState::given;
    }

    /// Asks again when the answer is wrong. Returns false when praxis cannot ask.
    bool ask_for(const std::string& question, const std::string& path) {
        auto asked = question;
        for (int tries = 0; tries < most_tries; ++tries) {
            const auto answer = ask(session_, asked, path);
            const auto mistake = answer && !answer->empty() ? add(path, *answer) : std::nullopt;
            if (!mistake) {
                return answer.has_value();
            }
            asked = *mistake;
        }
        return true;
    }

    /// Adds the answer, or returns what is wrong with it.
    std::optional<std::string> add(const std::string& path, const std::string& answer) {
        input_.sets.push_back(path + "=" + answer);
        auto mistake = find_mistakes(session_, book_, input_);
        if (mistake) {
            input_.sets.pop_back();
        }
        return mistake;
    }

    /// The day that the frequency gives, and the reason for people.
    std::optional<std::pair<std::string, std::string>> next_visit(const Value& body) {
        const auto* plan = body.find("plan");
        const auto frequency = plan == nullptr ? std::string{} : plan->text_at("frequency");
        const auto session_day = Date::from_iso(body.text_at("date").substr(0, 10));
        if (frequency.empty() || !session_day || !plan->text_at("next_visit").empty()) {
            return std::nullopt;
        }
        const auto days = ShorthandVocabulary::load(session_).days_between_visits(frequency);
        if (!days) {
            return std::nullopt;
        }
        const auto day = session_day->plus_days(*days).iso();
        return std::pair{day, "\"" + visible(frequency) + "\" gives " + day};
    }

    Session& session_;
    const TemplateBook& book_;
    NoteInput& input_;
};

} // namespace

void ask_for_missing_fields(
    Session& session, const TemplateBook& book, ClientId client, NoteInput& input
) {
    Questions questions{session, book, input};
    questions.ask_for_missing(client);
    questions.propose_next_visit();
}

} // namespace praxis::soap
