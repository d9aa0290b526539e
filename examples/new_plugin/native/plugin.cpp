// The plugin's contributions besides its commands: a section of the chart, its rows for exports, and
// the deletion of its rows when a client is erased.
#include "entry_queries.hpp"

#include <praxis/clients/erasing.hpp>
#include <praxis/plugin.hpp>

#include <algorithm>

namespace @SYMBOL@ {
namespace {

using praxis::Session;
using praxis::Value;

praxis::ChartPart write_chart(Session& session, const praxis::ChartRequest& request) {
    praxis::Bullets bullets;
    for (const auto& entry : entries_of(session.db(), request.client)) {
        bullets.items.push_back(entry.added.iso().substr(0, 10) + ": " + entry.text);
    }
    return bullets.items.empty() ? praxis::ChartPart{} : praxis::ChartPart{{bullets}, {}};
}

Value json_of(const Entry& entry) {
    return Value::Object{
        {"entry", entry.number},
        {"uuid", entry.uuid},
        {"client", entry.client.str()},
        {"added", entry.added.iso()},
        {"text", entry.text},
    };
}

void write_records(
    Session& session, std::optional<praxis::ClientId> client, const praxis::RecordSink& take
) {
    for_each_entry(session.db(), client, [&](const Entry& entry) {
        take("entries", json_of(entry));
    });
}

void erase(Session& session, const praxis::clients::ClientErasing& erasing) {
    const auto entries = entries_of(session.db(), erasing.client);
    if (!entries.empty()) {
        *erasing.last_entry = std::max(*erasing.last_entry, entries.back().added.instant);
    }
    delete_entries(session.db(), erasing.client);
}

} // namespace
} // namespace @SYMBOL@

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(ChartSection{
        .name = "@NAME@", .title = "@NAME@", .order = 550, .write = @SYMBOL@::write_chart});
    registry.contribute(RecordMapper{
        .name = "@NAME@",
        .tables = {"@SYMBOL@_entry"},
        .kinds = {{"entries"}},
        .write = @SYMBOL@::write_records});
    registry.on<clients::ClientErasing>(When::before, @SYMBOL@::erase);
}

} // namespace praxis
