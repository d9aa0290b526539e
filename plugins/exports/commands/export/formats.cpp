// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <praxis/chart.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

Result run(Session& session, const NoArgs&) {
    Table table;
    table.columns = {
        {"format", "Format"}, {"media_type", "Media type"}, {"of", "Of"}, {"what", "What it is"}};
    const auto renderers = all_renderers(session);
    for (const auto* renderer : renderers.items) {
        table.rows.push_back(
            {renderer->name,
             renderer->media_type,
             Value::Array{"note", "client", "referral"},
             renderer->summary}
        );
    }
    table.rows.push_back(
        {exports::fhir_format,
         "application/fhir+json",
         Value::Array{"client", "referral"},
         "HL7 FHIR R4 Bundle, for other health software"}
    );
    report_unavailable(session, renderers.unavailable);
    return table;
}

} // namespace

CommandSpec export_formats_command() {
    return command<NoArgs>({
        .summary = "list the formats of an export",
        .examples = {"praxis export formats"},
        .run = run,
    });
}

} // namespace praxis
