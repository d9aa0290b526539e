// SPDX-License-Identifier: MIT
#include "plan/plan_view.hpp"

#include "plan/advice.hpp"
#include "plan/plan_json.hpp"
#include "plan/technique_line.hpp"

#include <praxis/body.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace praxis::plans {
namespace {

/// An id as words: "goals-reached" -> "goals reached".
std::string readable(std::string text) {
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

void add(Facts& facts, const char* label, const std::string& value) {
    if (!value.empty()) {
        facts.items.emplace_back(label, value);
    }
}

std::string date_text(const std::optional<ZonedTime>& time) {
    return time ? time->civil().date.iso() : "";
}

/// "relief, session 4 of 6, every 1 to 2 weeks"
std::string course_text(const PlanView& view) {
    const auto& phase = phase_of(view.plan);
    auto text = phase.name + ", " + counter_text(view.progress);
    return phase.frequency ? text + ", " + frequency_text(*phase.frequency) : text;
}

/// "2026-11-13, by the frequency of the plan (7 days late)"
std::string next_visit_text(const PlanView& view) {
    const auto& progress = view.progress;
    if (!progress.next_visit) {
        return {};
    }
    auto text = progress.next_visit->iso() + (progress.next_visit_is_named
                                                  ? ", as the last note names it"
                                                  : ", by the frequency of the plan");
    const auto late = (view.today.days() - progress.next_visit->days()).count();
    return late > 0 ? text + " (" + days_text(static_cast<int>(late)) + " late)" : text;
}

std::string minutes_text(const std::optional<Minutes>& minutes) {
    return minutes ? std::to_string(minutes->count()) : "";
}

Facts facts_of(const PlanView& view, bool for_others) {
    const auto& plan = view.plan;
    Facts facts;
    add(facts, "Began", plan.began.civil().date.iso());
    if (plan.state != "closed") {
        add(facts, "Course", course_text(view));
    }
    if (plan.state != "closed" && !for_others) {
        add(facts, "Next visit", next_visit_text(view));
        add(facts, "Re-assessment", review_text(view));
    }
    add(facts, "Session", plan.session_length ? minutes_text(plan.session_length) + " min" : "");
    const auto& pain = view.progress.pain;
    add(facts, "Pain", pain ? pain->text().substr(5) + " before the session" : "");
    if (!for_others) {
        add(facts, "Trend", view.progress.trend ? view.progress.trend->what : "");
        add(facts, "Remark", plan.remark.value_or(""));
    }
    return facts;
}

void add_holds(std::vector<Block>& blocks, const Plan& plan) {
    for (const auto& hold : holds_of_plan(plan)) {
        blocks.emplace_back(Paragraph{
            "On hold " + hold_limit(hold) + ": " + hold.reason, Tone::warning});
    }
    for (const auto& hold : suspended_parts(plan)) {
        blocks.emplace_back(Paragraph{
            "Suspended " + hold_limit(hold) + ": " + hold.what, Tone::warning});
    }
}

Grid phases_grid(const Plan& plan) {
    Grid grid{"", {{"Phase"}, {"Sessions", Align::right}, {"Frequency"}, {"Began"}}, {}};
    for (const auto& phase : plan.phases) {
        grid.rows.push_back(
            {phase.name,
             phase.sessions ? std::to_string(*phase.sessions) : "",
             phase.frequency ? frequency_text(*phase.frequency) : "",
             date_text(phase.began)}
        );
    }
    return grid;
}

Grid techniques_grid(const PlanView& view) {
    Grid grid{"", {{"Technique"}, {"Where"}, {"Min", Align::right}, {"Purpose"}}, {}};
    for (const auto& line : view.plan.techniques) {
        grid.rows.push_back(
            {readable(line.technique),
             line.region.empty() ? view.place : region_with_side(line.region, line.side),
             minutes_text(line.length),
             purposes_text(line, view.rules)}
        );
    }
    return grid;
}

Bullets shared_care_list(const Plan& plan) {
    Bullets list;
    for (const auto& other : plan.shared_care) {
        list.items.push_back(other.who + (other.part.empty() ? "" : ": " + other.part));
    }
    return list;
}

Grid reviews_grid(const Plan& plan) {
    Grid grid{
        "",
        {{"On"},
         {"Phase"},
         {"Sessions", Align::right},
         {"Pain", Align::right},
         {"Progress"},
         {"Decision"},
         {"Remark"},
         {"By"}},
        {}};
    for (const auto& review : plan.reviews) {
        grid.rows.push_back(
            {review.at.civil().date.iso(),
             review.phase,
             std::to_string(review.sessions),
             review.pain ? std::to_string(*review.pain) : "",
             review.progress,
             readable(review.decision),
             review.text,
             review.user_name}
        );
    }
    return grid;
}

Facts closing_facts(const Plan& plan) {
    Facts facts;
    add(facts, "Closed", date_text(plan.closed) + ", " + readable(plan.closing->reason));
    add(facts, "Status", plan.closing->status);
    add(facts, "Progress", plan.closing->progress);
    add(facts, "Advice", join(plan.closing->advice, "; "));
    return facts;
}

/// A column without any value tells nothing.
Grid without_empty_columns(const Grid& grid) {
    Grid kept{grid.caption, {}, std::vector<std::vector<std::string>>(grid.rows.size())};
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const bool is_empty = std::all_of(grid.rows.begin(), grid.rows.end(), [&](const auto& row) {
            return row[column].empty();
        });
        if (is_empty) {
            continue;
        }
        kept.columns.push_back(grid.columns[column]);
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            kept.rows[row].push_back(grid.rows[row][column]);
        }
    }
    return kept;
}

} // namespace

std::string review_text(const PlanView& view) {
    const auto& progress = view.progress;
    if (progress.review_due) {
        return "due " + progress.review_due->iso() + ": " + progress.review_reason;
    }
    std::vector<std::string> parts;
    for (const auto point : checkpoints(progress.planned.value_or(0), view.rules.review_shares)) {
        if (point > progress.done) {
            parts.push_back(
                "after session " + std::to_string(point) + " of " +
                std::to_string(*progress.planned)
            );
            break;
        }
    }
    if (view.plan.review_on) {
        parts.push_back("on " + view.plan.review_on->iso());
    }
    return join(parts, ", and ");
}

PlanView view_of(Session& session, Plan plan) {
    const auto complaint = session.get<clients::Directory>().get_complaint(session, plan.complaint);
    PlanView view;
    view.place = complaint.region.empty() ? "" : region_with_side(complaint.region, complaint.side);
    view.rules = load_rules(session);
    view.sessions = sessions_of(session.db(), plan);
    if (plan.closed) {
        std::erase_if(view.sessions, [&](const auto& one) {
            return one.began.civil().date > plan.closed->civil().date;
        });
    }
    view.today = session.today();
    view.progress = progress_of(plan, view.sessions, view.rules, view.today);
    view.goals = all_goals(session.db(), {.client = plan.client, .complaint = plan.complaint});
    view.plan = std::move(plan);
    return view;
}

Value view_value(Session& session, const PlanView& view) {
    auto value = plan_value(view.plan);
    const auto& progress = view.progress;
    value["sessions_done"] = progress.done;
    value["session"] = counter_text(progress);
    value["next_visit"] = date_value(progress.next_visit);
    value["review_due"] = date_value(progress.review_due);
    value["review_reason"] = text_or_null(progress.review_reason);
    value["trend"] = progress.trend ? Value{progress.trend->what} : Value{};
    Value::Array goals;
    for (const auto& goal : view.goals) {
        auto item = goal_value(goal);
        const auto now = present_value(session, goal);
        item["now"] = now ? Value{now->value} : Value{};
        goals.push_back(std::move(item));
    }
    value["goals"] = std::move(goals);
    return value;
}

std::vector<Block> plan_blocks(const PlanView& view, const PlanReader& reader) {
    const auto& plan = view.plan;
    std::vector<Block> blocks;
    const auto add_part = [&](const char* title, Block part) {
        blocks.emplace_back(Heading{reader.heading_level, title});
        blocks.push_back(std::move(part));
    };
    blocks.emplace_back(facts_of(view, reader.is_outside));
    add_holds(blocks, plan);
    add_part("Phases", without_empty_columns(phases_grid(plan)));
    if (!plan.techniques.empty()) {
        add_part("Techniques", without_empty_columns(techniques_grid(view)));
    }
    // what other professionals wrote is not handed on
    if (auto advice = advice_texts(plan); !advice.empty() && !reader.is_outside) {
        add_part("Recommended by others", Bullets{std::move(advice)});
    }
    if (!plan.shared_care.empty()) {
        add_part("Shared care", shared_care_list(plan));
    }
    if (!plan.reviews.empty() && !reader.is_outside) {
        add_part("Re-assessments", without_empty_columns(reviews_grid(plan)));
    }
    if (plan.closing) {
        add_part("Closing", closing_facts(plan));
    }
    return blocks;
}

std::vector<Block> goal_blocks(Session& session, const std::vector<Goal>& goals, bool for_others) {
    if (goals.empty()) {
        return {};
    }
    Grid grid{"", {{"Goal"}, {"Measure"}, {"By"}, {"State"}}, {}};
    if (!for_others) {
        grid.columns.insert(grid.columns.begin(), {"Id"});
    }
    for (const auto& goal : goals) {
        std::vector<std::string> row{
            goal.text,
            measure_text(goal, present_value(session, goal)),
            goal.due_on ? goal.due_on->iso() : "",
            goal.state + (goal.ended_on ? " " + goal.ended_on->iso() : "")};
        if (!for_others) {
            row.insert(row.begin(), goal.id.str());
        }
        grid.rows.push_back(std::move(row));
    }
    std::vector<Block> blocks;
    blocks.emplace_back(without_empty_columns(grid));
    return blocks;
}

Document plan_document(Session& session, const PlanView& view) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, view.plan.client);
    const auto complaint = directory.get_complaint(session, view.plan.complaint);
    Document document;
    document.title = "Plan " + view.plan.id.str();
    Facts facts;
    add(facts, "State", readable(view.plan.state));
    add(facts, "Client", client.full_name + " (" + client.id.str() + ")");
    add(facts, "Complaint", complaint.title + " (" + complaint.id.str() + ")");
    std::vector<std::string> causes;
    for (const auto& cause : complaint.causes) {
        causes.push_back(readable(cause));
    }
    add(facts, "Causes", join(causes, ", "));
    auto blocks = plan_blocks(view, {});
    auto& own = std::get<Facts>(blocks.front()).items;
    own.insert(own.begin(), facts.items.begin(), facts.items.end());
    document.add(std::move(blocks));
    if (auto goals = goal_blocks(session, view.goals, false); !goals.empty()) {
        document.add(Heading{2, "Goals"});
        document.add(std::move(goals));
    }
    return document;
}

} // namespace praxis::plans
