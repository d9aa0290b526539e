// SPDX-License-Identifier: MIT
/// What is left to do about notes.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::soap {

/// Notes that are not signed; due by the practice's own deadline, where it has set one.
TodoSource todo_source();

} // namespace praxis::soap
