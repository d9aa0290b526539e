// SPDX-License-Identifier: MIT
/// Reads the rules of a template over several fields: [[computed]] and [[check]].
#pragma once
#include "template/table_read.hpp"
#include "template/template.hpp"

namespace praxis::soap {

/// made  the template so far: the rules can name only its fields
Computed read_computed(TableReader& reader, const Value& table, const Template& made);
CrossCheck read_check(TableReader& reader, const Value& table, const Template& made);

} // namespace praxis::soap
