// SPDX-License-Identifier: MIT
/// What this plugin knows of the course of a client's record.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::clients {

/// Registration, complaints, consents, and when the practice learnt of conditions.
TimelineSource timeline_source();

} // namespace praxis::clients
