// SPDX-License-Identifier: MIT
/// Sessions and amendments in the course of a client's record.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::soap {

TimelineSource timeline_source();

} // namespace praxis::soap
