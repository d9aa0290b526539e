// SPDX-License-Identifier: MIT
/// The lists of a plan as JSON: as plans_plan stores them, and as --json and exports show them.
#pragma once
#include "plan/plan.hpp"

#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

Value phases_value(const std::vector<Phase>& phases);
Value techniques_value(const std::vector<TechniqueLine>& lines);
Value shared_care_value(const std::vector<SharedCare>& others);
Value holds_value(const std::vector<Hold>& holds);
Value advice_value(const std::vector<TakenAdvice>& advice);
Value reviews_value(const std::vector<Review>& reviews);
Value closing_value(const std::optional<Closing>& closing);

/// Read what the functions above write.
/// errors  Refused: the text is not JSON
std::vector<Phase> read_phases(const std::string& json);
std::vector<TechniqueLine> read_techniques(const std::string& json);
std::vector<SharedCare> read_shared_care(const std::optional<std::string>& json);
std::vector<Hold> read_holds(const std::optional<std::string>& json);
std::vector<TakenAdvice> read_advice(const std::optional<std::string>& json);
std::vector<Review> read_reviews(const std::optional<std::string>& json);
std::optional<Closing> read_closing(const std::optional<std::string>& json);

/// Every field, for --json and exports.
Value plan_value(const Plan& plan);

Value date_value(const std::optional<Date>& date);
Value texts_value(const std::vector<std::string>& texts);

} // namespace praxis::plans
