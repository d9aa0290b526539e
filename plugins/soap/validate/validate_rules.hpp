// SPDX-License-Identifier: MIT
/// The rules of a template over several fields: computed values and checks.
#pragma once
#include "validate/validate_value.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

std::vector<std::string> names_of_computed(const Template& made);

/// Adds the computed values to `kept`, and checks it.
/// given  the table as written, for its lines and the computed values it repeats
/// kept   its checked fields
void apply_rules(
    const Template& made,
    const Value& given,
    const std::string& path,
    const Place& place,
    Value& kept,
    ValueChecker& checker
);

} // namespace praxis::soap
