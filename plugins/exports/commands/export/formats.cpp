// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

Result run(Session&, const NoArgs&) {
    Table table;
    table.columns = {
        {"format", "Format"}, {"media_type", "Media type"}, {"of", "Of"}, {"what", "What it is"}};
    for (const auto& format : exports::all_formats()) {
        table.rows.push_back(
            {format.name,
             format.media_type,
             Value::Array{format.of.begin(), format.of.end()},
             format.what}
        );
    }
    return table;
}

} // namespace

CommandSpec export_formats_command() {
    return command<NoArgs>({
        .summary = "list the forms that an export can have",
        .examples = {"praxis export formats"},
        .run = run,
    });
}

} // namespace praxis
