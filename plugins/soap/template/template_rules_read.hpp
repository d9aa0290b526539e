// SPDX-License-Identifier: MIT
/// Reads what a template says beyond its single fields: [[computed]] and [[check]].
#pragma once
#include "template/table_read.hpp"
#include "template/template.hpp"

namespace praxis::soap {

/// made  the template so far: whatever is named must be one of its fields
Computed read_computed(TableReader& reader, const Value& table, const Template& made);
CrossCheck read_check(TableReader& reader, const Value& table, const Template& made);

} // namespace praxis::soap
