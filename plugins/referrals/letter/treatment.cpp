// SPDX-License-Identifier: MIT
#include "letter/treatment.hpp"

#include "fields.hpp"
#include "letter/words.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::size_t most_rows = 6;
constexpr std::size_t rows_at_end = 3; // the newest sessions always have a row each

const Value::Array& blocks_of(const SessionFacts& session) {
    static const Value::Array none;
    const auto* blocks = session.body.find("block");
    return blocks != nullptr && blocks->is_array() ? blocks->as_array() : none;
}

/// "Deep tissue: lower back, both sides; myofascial release: right glute"
std::string work_of(const SessionFacts& session, const Language& language) {
    std::vector<std::pair<std::string, std::vector<std::string>>> work;
    for (const auto& block : blocks_of(session)) {
        const auto technique = language.technique(block.text_at("technique"));
        const auto region = block.text_at("region");
        const auto found = std::find_if(work.begin(), work.end(), [&](const auto& one) {
            return one.first == technique;
        });
        auto& places = found == work.end()
                           ? work.emplace_back(technique, std::vector<std::string>{}).second
                           : found->second;
        if (!region.empty()) {
            auto place = language.place(region, block.text_at("side"));
            if (std::find(places.begin(), places.end(), place) == places.end()) {
                places.push_back(std::move(place));
            }
        }
    }
    std::vector<std::string> texts;
    texts.reserve(work.size());
    for (const auto& [technique, places] : work) {
        texts.push_back(technique + (places.empty() ? "" : ": " + join(places, ", ")));
    }
    return capitalise(join(texts, "; "));
}

std::string text_of(const SessionFacts& session, const char* part, const char* field) {
    const auto* value = session.find(part, field);
    return value == nullptr || session.is_copied(std::string{part} + "." + field)
               ? std::string{}
               : trim(value->plain());
}

bool is_none(const std::string& text) {
    const auto folded = fold(text);
    return folded.empty() || folded == "none" || folded == "no" || folded == "none reported";
}

std::string pain_of(const SessionFacts& session, const Language& language) {
    const auto text = [](const std::optional<int>& pain) {
        return pain ? std::to_string(*pain) : std::string{"?"};
    };
    if (!session.pain_before && !session.pain_after) {
        return {};
    }
    return language.say(
        "{before} to {after}",
        {{"before", text(session.pain_before)}, {"after", text(session.pain_after)}}
    );
}

class TreatmentWriter {
  public:
    TreatmentWriter(const std::vector<SessionFacts>& sessions, const Language& language)
        : sessions_(sessions), language_(language) {}

    Grid write() {
        grid_.columns = {
            {language_.say("Session")},
            {language_.say("Work")},
            {language_.say("Min"), Align::right},
            {language_.say("Pain"), Align::right},
            {language_.say("Response")}};
        for (std::size_t i = 0; i < sessions_.size();) {
            const auto end = end_of_alike(i);
            if (end - i >= 2) {
                add_alike(i, end);
                i = end;
            } else {
                add(i);
                ++i;
            }
        }
        return std::move(grid_);
    }

  private:
    [[nodiscard]] std::string date(const SessionFacts& session) const {
        return language_.short_date(session.day);
    }

    [[nodiscard]] std::string work(const SessionFacts& session) const {
        return work_of(session, language_);
    }

    [[nodiscard]] std::string response_of(std::size_t index) const {
        const auto& session = sessions_[index];
        const auto adverse = text_of(session, "assessment", "adverse");
        std::vector<std::string> texts{text_of(session, "assessment", "response")};
        if (!is_none(adverse)) {
            texts.push_back(language_.say("adverse: {text}", {{"text", adverse}}));
        }
        if (index + 1 < sessions_.size()) {
            const auto later = text_of(sessions_[index + 1], "subjective", "response_to_last");
            texts.push_back(
                is_none(later) ? "" : language_.say("afterwards: {text}", {{"text", later}})
            );
        }
        for (const auto& addition : session.additions) {
            texts.push_back(language_.say(
                "added {date}: {text}",
                {{"date", language_.short_date(addition.on)}, {"text", addition.text}}
            ));
        }
        return join_present(texts, "; ");
    }

    /// Nothing that a reader must know is lost when the session has no row of its own.
    [[nodiscard]] bool is_plain(std::size_t index, std::size_t first) const {
        const auto& session = sessions_[index];
        return index > 0 && session.additions.empty() &&
               is_none(text_of(session, "assessment", "adverse")) &&
               response_of(index) == response_of(first) &&
               work(session) == work(sessions_[index - 1]);
    }

    /// The end of the sessions from `begin` on that can share a row; `begin` when none can.
    [[nodiscard]] std::size_t end_of_alike(std::size_t begin) const {
        if (sessions_.size() <= most_rows) {
            return begin;
        }
        auto end = begin;
        while (end + rows_at_end < sessions_.size() && is_plain(end, begin)) {
            ++end;
        }
        return end;
    }

    void add(std::size_t index) {
        const auto& session = sessions_[index];
        const bool same = index > 0 && work(session) == work(sessions_[index - 1]);
        grid_.rows.push_back(
            {date(session),
             same ? language_.say("the same") : work(session),
             session.minutes > 0 ? std::to_string(session.minutes) : "",
             pain_of(session, language_),
             response_of(index)}
        );
    }

    void add_alike(std::size_t begin, std::size_t end) {
        const auto& first = sessions_[begin];
        const auto& last = sessions_[end - 1];
        grid_.rows.push_back(
            {language_.say("{first}\nto {last}", {{"first", date(first)}, {"last", date(last)}}),
             language_.say("the same, {n} sessions", {{"n", std::to_string(end - begin)}}),
             "",
             join_present({pain_of(first, language_), pain_of(last, language_)}, "\n"),
             response_of(end - 1)}
        );
    }

    const std::vector<SessionFacts>& sessions_;
    const Language& language_;
    Grid grid_;
};

void mark_work(const std::vector<SessionFacts>& sessions, Places& places) {
    for (const auto& session : sessions) {
        for (const auto& block : blocks_of(session)) {
            places.mark_work(block.text_at("region"), block.text_at("side"));
        }
    }
}

} // namespace

std::vector<Block> write_treatment(
    const std::vector<SessionFacts>& sessions, const Language& language, Places& places
) {
    if (sessions.empty()) {
        return {};
    }
    mark_work(sessions, places);
    return {TreatmentWriter{sessions, language}.write()};
}

namespace {

/// "8 sessions from 2026-09-01 to 2026-11-12. Last work: ... Pain before the session: 6 at first,
/// now 3 of 10. Response: ..."
std::string summary_of(const std::vector<SessionFacts>& sessions, const Language& language) {
    const auto& first = sessions.front();
    const auto& last = sessions.back();
    std::vector<std::string> sentences;
    sentences.push_back(
        sessions.size() == 1 ? language.say("1 session on {date}.", {{"date", last.day.iso()}})
                             : language.say(
                                   "{n} sessions from {first} to {last}.",
                                   {{"n", std::to_string(sessions.size())},
                                    {"first", first.day.iso()},
                                    {"last", last.day.iso()}}
                               )
    );
    sentences.push_back(language.say("Last work: {work}.", {{"work", work_of(last, language)}}));
    if (first.pain_before && last.pain_before && sessions.size() > 1) {
        sentences.push_back(language.say(
            "Pain before the session: {first} at first, now {last} of 10.",
            {{"first", std::to_string(*first.pain_before)},
             {"last", std::to_string(*last.pain_before)}}
        ));
    }
    const auto response = text_of(last, "assessment", "response");
    if (!response.empty()) {
        sentences.push_back(language.say("Response: {text}.", {{"text", response}}));
    }
    return join(sentences, " ");
}

} // namespace

std::vector<Block> write_treatment_briefly(
    const std::vector<SessionFacts>& sessions, const Language& language, Places& places
) {
    if (sessions.empty()) {
        return {};
    }
    mark_work(sessions, places);
    std::vector<Block> blocks{Paragraph{summary_of(sessions, language)}};
    const auto add = [&](std::string_view english, Date day, const std::string& text) {
        blocks.emplace_back(Paragraph{language.say(english, {{"date", day.iso()}, {"text", text}})}
        );
    };
    for (const auto& session : sessions) {
        const auto adverse = text_of(session, "assessment", "adverse");
        if (!is_none(adverse)) {
            add("Adverse, {date}: {text}.", session.day, adverse);
        }
        const auto before = text_of(session, "subjective", "response_to_last");
        if (!is_none(before)) {
            add("On {date}, about the session before: {text}.", session.day, before);
        }
        for (const auto& addition : session.additions) {
            add("Added to the session of {date}: {text}", session.day, addition.text);
        }
    }
    return blocks;
}

std::vector<Block>
write_noted_home_care(const std::vector<SessionFacts>& sessions, const Language& language) {
    const auto* newest = find_newest(sessions, "plan", "homecare");
    if (newest == nullptr) {
        return {};
    }
    auto text = join(newest->find("plan", "homecare")->texts(), "; ");
    if (const auto* asked = find_newest(sessions, "subjective", "homecare_done")) {
        const auto answer = asked->find("subjective", "homecare_done")->plain();
        text += " " + language.say(
                          "(done: {answer}, asked on {date})",
                          {{"answer", language.say(answer)}, {"date", asked->day.iso()}}
                      );
    }
    return {Paragraph{text}};
}

} // namespace praxis::referrals
