// SPDX-License-Identifier: MIT
/// Sessions, signatures and amendments in a client's timeline.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::soap {

TimelineSource timeline_source();

} // namespace praxis::soap
