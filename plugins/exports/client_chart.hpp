// SPDX-License-Identifier: MIT
/// A client's whole record, assembled from the contributions of all plugins.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <string>

namespace praxis::exports {

/// The chart as a document: every section in its order, with a table of contents when it is long.
/// An empty section is left out. A plugin that cannot be loaded is named in the chart.
Document client_chart(Session& session, const ChartRequest& request);

/// Every row of the client in all plugins, without loss, as indented JSON:
///   {"format": "praxis-record", "version": 1, "client": "C-0001", "exported_at": ..., "parts": {
///    "clients": {...}, "soap": {...}}, "missing": ["a plugin whose rows could not be read"]}
std::string client_record(Session& session, ClientId client);

} // namespace praxis::exports
