// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/contributions.hpp"
#include "homecare/home_care.hpp"
#include "homecare/recurrence.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <optional>

namespace praxis::plans {

namespace {

using namespace home;

constexpr int rank_recurrence = 210;
constexpr int rank_home_care = 600;
constexpr int rank_due = 900;
constexpr std::size_t most_names = 5;

std::optional<Answer>
last_answer(const std::vector<HomeCare>& items, const std::vector<Answer>& of_notes) {
    std::optional<Answer> last;
    for (const auto& item : items) {
        const auto answers = answers_about(item, of_notes);
        if (!answers.empty() && (!last || last->on < answers.back().on)) {
            last = answers.back();
        }
    }
    return last;
}

std::string names_of(const std::vector<HomeCare>& items) {
    std::vector<std::string> names;
    for (const auto& item : items) {
        names.push_back(item.name);
    }
    if (names.size() <= most_names) {
        return join(names, ", ");
    }
    const auto others = names.size() - most_names;
    names.resize(most_names);
    return join(names, ", ") + " and " + std::to_string(others) + " more";
}

void add_items(Session& session, ClientId client, std::vector<BriefLine>& lines) {
    const auto items = current_items(session.db(), client);
    if (items.empty()) {
        return;
    }
    const auto first =
        std::min_element(items.begin(), items.end(), [](const auto& left, const auto& right) {
            return left.first_day < right.first_day;
        });
    const auto last = last_answer(items, answers_of_notes(session.db(), client, first->first_day));
    lines.push_back(
        {rank_home_care,
         "Home care",
         names_of(items) + "; " +
             (last ? "last time: " + done_text(last->done) : "ask whether it was done")}
    );
}

void add_recurrences(Session& session, ClientId client, std::vector<BriefLine>& lines) {
    std::vector<std::string> texts;
    for (const auto& recurrence : recurrences_of(session.db(), client)) {
        if (recurrence.open) {
            texts.push_back(recurrence_text(recurrence));
        }
    }
    if (!texts.empty()) {
        lines.push_back({rank_recurrence, "Came back", join(texts, "; ")});
    }
}

void add_checklists(Session& session, ClientId client, std::vector<BriefLine>& lines) {
    std::vector<std::string> names;
    std::string last;
    for (const auto& row : all_home_care(session.db(), client, Kind::checklist)) {
        const auto newest = newest_answers(session.db(), client, row.item);
        if (newest && newest->id == row.id && row.last_day && !(session.today() < *row.last_day)) {
            names.push_back(row.name);
            last = row.item;
        }
    }
    if (!names.empty()) {
        lines.push_back(
            {rank_due,
             "Today",
             "ask again: " + join(names, ", ") + ": praxis homecare check " + client.str() + " " +
                 last}
        );
    }
}

std::vector<BriefLine> lines_of(Session& session, ClientId client) {
    std::vector<BriefLine> lines;
    add_items(session, client, lines);
    add_recurrences(session, client, lines);
    add_checklists(session, client, lines);
    return lines;
}

} // namespace

BriefSource home_care_brief() {
    return {.name = "home-care", .lines = lines_of};
}

} // namespace praxis::plans
