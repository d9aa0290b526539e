// SPDX-License-Identifier: MIT
#include "show/note_brief.hpp"

#include "note/note_body.hpp"
#include "note/note_list_queries.hpp"
#include "note/note_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

constexpr int rank_of_sessions = 400;
constexpr int rank_of_focus = 500;
constexpr int rank_of_questions = 700;

std::vector<NoteLine> last_sessions(Session& session, ClientId client, std::int64_t most) {
    NoteFilter filter;
    filter.client = client;
    filter.state = "signed";
    filter.limit = most;
    return list_notes(session.db(), filter);
}

std::string response_of(const Note& note) {
    const auto* response = NoteBody{note.body}.assessment("response");
    return response == nullptr ? "" : response->plain();
}

std::string describe(const NoteLine& line, const std::string& response) {
    std::vector<std::string> parts{join(line.techniques, ", ")};
    if (line.minutes) {
        parts.push_back(std::to_string(*line.minutes) + " min");
    }
    if (const auto pain = pain_text(line.pain_before, line.pain_after); !pain.empty()) {
        parts.push_back("pain " + pain);
    }
    if (!response.empty()) {
        parts.push_back(response);
    }
    return join(parts, "; ");
}

std::vector<BriefLine> sessions_of(Session& session, ClientId client) {
    std::vector<BriefLine> lines;
    for (const auto& line : last_sessions(session, client, most_brief_lines)) {
        const auto note = find_note(session.db(), line.id);
        lines.push_back(
            {rank_of_sessions,
             line.began.civil().date.iso(),
             describe(line, note ? response_of(*note) : "")}
        );
    }
    return lines;
}

/// The two places that were most tender: "right glute (3 of 4)".
std::string most_tender(const Note& note) {
    std::vector<std::pair<double, std::string>> places;
    for (const auto& row : NoteBody{note.body}.findings()) {
        const auto* tenderness = row.find("tenderness");
        if (tenderness != nullptr && tenderness->is_number() && tenderness->as_number() > 0) {
            places.emplace_back(
                tenderness->as_number(),
                region_with_side(row.text_at("region"), row.text_at("side")) + " (tenderness " +
                    tenderness->plain() + " of 4)"
            );
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const auto& left, const auto& right) {
        return left.first > right.first;
    });
    places.resize(std::min<std::size_t>(places.size(), 2));
    std::vector<std::string> texts;
    for (auto& place : places) {
        texts.push_back(std::move(place.second));
    }
    return join(texts, "; ");
}

std::string text_in(const Note& note, const std::string& part, const std::string& field) {
    const auto* table = NoteBody{note.body}.part(part);
    const auto* value = table == nullptr ? nullptr : table->find(field);
    return value == nullptr || value->is_null() ? "" : value->plain();
}

std::vector<BriefLine> follow_up_of(Session& session, ClientId client) {
    const auto last = last_sessions(session, client, 1);
    const auto note = last.empty() ? std::nullopt : find_note(session.db(), last.front().id);
    if (!note) {
        return {};
    }
    std::vector<BriefLine> lines;
    const auto add = [&lines](int rank, const std::string& label, const std::string& text) {
        if (!text.empty()) {
            lines.push_back({rank, label, text});
        }
    };
    const auto focus = text_in(*note, "plan", "next_focus");
    add(rank_of_focus, "Look at", focus.empty() ? most_tender(*note) : focus);
    const auto adverse = text_in(*note, "assessment", "adverse");
    add(rank_of_questions,
        "Ask",
        adverse.empty() || fold(adverse) == "none" ? "" : "last time: " + adverse);
    return lines;
}

} // namespace

BriefSource sessions_brief() {
    return {.name = "sessions", .lines = sessions_of};
}

BriefSource follow_up_brief() {
    return {.name = "follow-up", .lines = follow_up_of};
}

} // namespace praxis::soap
