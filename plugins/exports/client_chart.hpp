// SPDX-License-Identifier: MIT
/// A client's whole record, assembled from what the plugins contribute.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

namespace praxis::exports {

/// The chart as a document: every section in its order, with a table of contents when it is long.
/// A section that has nothing to say is left out; one whose plugin is missing is named.
Document client_chart(Session& session, const ChartRequest& request);

/// Every row of the client that any plugin holds, without loss:
///   {"format": "praxis-record", "version": 1, "client": "C-0001", "exported_at": ..., "parts": {
///    "clients": {...}, "soap": {...}}, "missing": ["a plugin whose rows could not be read"]}
Value client_record(Session& session, ClientId client);

} // namespace praxis::exports
