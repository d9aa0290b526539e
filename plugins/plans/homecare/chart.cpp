// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/checklist.hpp"
#include "homecare/contributions.hpp"
#include "homecare/home_care.hpp"
#include "homecare/recurrence.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans {

namespace {

using namespace home;

bool is_wanted(const HomeCare& row, const ChartRequest& request) {
    const bool of_complaint =
        !request.complaint || !row.complaint || row.complaint == request.complaint;
    const auto last = row.ended_on.value_or(row.last_day.value_or(row.first_day));
    return of_complaint && (!request.since || !row.ended_on || !(last < *request.since));
}

std::string days_of(const HomeCare& row) {
    if (row.ended_on) {
        return row.first_day.iso() + " to " + row.ended_on->iso();
    }
    return "since " + row.first_day.iso();
}

/// Readers outside the practice see no internal number.
std::string name_of(const HomeCare& row, Audience audience) {
    return audience == Audience::file ? row.name + " (" + row.id.str() + ")" : row.name;
}

Grid items_of(Session& session, const ChartRequest& request) {
    Grid grid{"", {{"Home care"}, {"Where"}, {"How much"}, {"Given"}, {"Done"}}, {}};
    const auto notes = answers_of_notes(session.db(), request.client, Date{});
    for (const auto& row : all_home_care(session.db(), request.client, Kind::item)) {
        if (!is_wanted(row, request)) {
            continue;
        }
        grid.rows.push_back(
            {name_of(row, request.audience),
             join(region_names(row.areas()), ", "),
             dose_text(row.dose()),
             days_of(row),
             count_text(count_of(answers_about(row, notes)))}
        );
    }
    return grid;
}

void add_checklists(Session& session, const ChartRequest& request, ChartPart& part) {
    for (const auto& pair : first_and_last(session.db(), request.client)) {
        if (!request.since || !(pair.last.first_day < *request.since)) {
            part.blocks.emplace_back(compare_grid(pair));
        }
    }
}

void add_recurrences(Session& session, const ChartRequest& request, ChartPart& part) {
    Bullets lines;
    for (const auto& recurrence : recurrences_of(session.db(), request.client)) {
        if (!request.complaint || recurrence.later == *request.complaint) {
            lines.items.push_back(
                "Came back " + recurrence_text(recurrence, request.audience == Audience::file)
            );
        }
    }
    if (!lines.items.empty()) {
        part.blocks.emplace_back(std::move(lines));
    }
}

ChartPart write_home_care(Session& session, const ChartRequest& request) {
    ChartPart part;
    if (auto grid = items_of(session, request); !grid.rows.empty()) {
        part.blocks.emplace_back(std::move(grid));
    }
    add_recurrences(session, request, part);
    if (request.audience == Audience::file) {
        add_checklists(session, request, part);
    }
    return part;
}

} // namespace

ChartSection home_care_section() {
    return {.name = "home-care", .title = "Home care", .order = 650, .write = write_home_care};
}

} // namespace praxis::plans
