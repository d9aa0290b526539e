// SPDX-License-Identifier: MIT
/// This plugin's events in a client's timeline.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::clients {

/// Registration, complaints, consents, and the days on which health entries were recorded.
TimelineSource timeline_source();

} // namespace praxis::clients
