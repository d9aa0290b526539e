// SPDX-License-Identifier: MIT
/// The outcomes of one client on a page: every instrument with values, compared with itself.
#pragma once
#include "course/course.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

struct TrendRequest {
    clients::Client client;
    std::optional<ComplaintId> complaint;
    std::optional<Date> since;
    std::vector<std::string> instruments; // names or ids; empty: all
    std::optional<double> important;      // the user's own important change, of one instrument
};

struct Trend {
    TrendRequest request;
    std::vector<Instrument> instruments; // the courses point into it
    std::vector<std::string> unreadable; // see unreadable_instruments()
    std::vector<SessionRow> sessions;
    std::vector<Course> courses;
};

/// errors  NotFound for an instrument that does not exist
Trend read_trend(Session& session, TrendRequest request);

/// with_table  a table of the sessions: for formats that draw the charts, and so show no values
Document trend_document(Session& session, const Trend& trend, bool with_table);

Value trend_value(const Trend& trend);

/// The drawing of the only course that can be drawn, as an SVG file.
/// errors  Refused when there is none, or more than one
std::string trend_drawing(Session& session, const Trend& trend);

} // namespace praxis::outcomes
