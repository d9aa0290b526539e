// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"

#include "plan/plan_json.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <cmath>

namespace praxis::plans {
namespace {

Value number_value(const std::optional<double>& number) {
    return number ? Value{*number} : Value{};
}

} // namespace

bool is_of_notes(const Goal& goal) {
    return goal.measure == "pain" || goal.measure == "stress";
}

Goal get_goal(Session& session, const std::string& text) {
    const auto id = GoalId::parse(trim(text));
    if (!id) {
        throw UsageError("GOAL takes an id such as G-0001", "praxis goal list");
    }
    auto goal = find_goal(session.db(), *id);
    if (!goal) {
        throw NotFound("there is no goal " + id->str(), "praxis goal list");
    }
    session.log_access(goal->id.str());
    session.log_access(goal->client.str());
    return *std::move(goal);
}

std::optional<Reading> present_value(Session& session, const Goal& goal) {
    if (is_of_notes(goal)) {
        return last_of_notes(session.db(), goal, *goal.measure);
    }
    return goal.readings.empty() ? std::nullopt : std::optional{goal.readings.back()};
}

std::optional<bool> is_at_target(const Goal& goal, double value) {
    if (!goal.target) {
        return std::nullopt;
    }
    if (is_of_notes(goal)) {
        return value <= *goal.target;
    }
    if (!goal.baseline || *goal.baseline == *goal.target) {
        return std::nullopt;
    }
    return *goal.baseline < *goal.target ? value >= *goal.target : value <= *goal.target;
}

std::string number_text(double value) {
    if (value == std::floor(value) && std::abs(value) < 1e15) {
        return std::to_string(static_cast<std::int64_t>(value));
    }
    return to_json(Value{std::round(value * 100) / 100});
}

std::string measure_text(const Goal& goal, const std::optional<Reading>& now) {
    if (!goal.measure) {
        return {};
    }
    std::vector<std::string> values;
    if (goal.baseline) {
        values.push_back(number_text(*goal.baseline));
    }
    if (now) {
        values.push_back(number_text(now->value));
    }
    auto text = join(values, " -> ");
    if (goal.target) {
        text += (text.empty() ? "target " : ", target ") + number_text(*goal.target);
    }
    text += goal.unit && !text.empty() ? " " + *goal.unit : "";
    return *goal.measure + (text.empty() ? "" : ": " + text);
}

Value readings_value(const std::vector<Reading>& readings) {
    Value::Array list;
    for (const auto& reading : readings) {
        list.push_back(Value::Object{
            {"on", reading.on.iso()},
            {"value", reading.value},
            {"user", text_or_null(reading.user_name)}});
    }
    return list;
}

std::vector<Reading> read_readings(const std::optional<std::string>& json) {
    std::vector<Reading> readings;
    if (!json) {
        return readings;
    }
    const auto list = parse_json(*json, "a goal");
    for (const auto& item : list.is_array() ? list.as_array() : Value::Array{}) {
        const auto* value = item.find("value");
        const auto on = Date::from_iso(item.text_at("on"));
        if (on && value != nullptr && value->is_number()) {
            readings.push_back({*on, value->as_number(), item.text_at("user")});
        }
    }
    return readings;
}

Value goal_value(const Goal& goal) {
    return Value::Object{
        {"id", goal.id.str()},
        {"uuid", goal.uuid},
        {"client", goal.client.str()},
        {"complaint", goal.complaint.str()},
        {"text", goal.text},
        {"measure", goal.measure},
        {"unit", goal.unit},
        {"baseline", number_value(goal.baseline)},
        {"target", number_value(goal.target)},
        {"due_on", date_value(goal.due_on)},
        {"readings", readings_value(goal.readings)},
        {"state", goal.state},
        {"ended_on", date_value(goal.ended_on)},
        {"remark", goal.remark},
        {"created_at", goal.created.iso()}};
}

} // namespace praxis::plans
