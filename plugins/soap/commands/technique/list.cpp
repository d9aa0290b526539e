// SPDX-License-Identifier: MIT
#include "template/template.hpp"

#include <praxis/command.hpp>

namespace praxis {

namespace {

Result run(Session& session, const NoArgs&) {
    const auto book = soap::TemplateBook::load(session);
    Table table;
    table.columns = {
        {"id", "Id"},
        {"name", "Name"},
        {"fields", "Fields", Align::right},
        {"summary", "Summary"},
        {"origin", "From"},
        {"version", "Version", Align::right}};
    for (const auto& technique : book.techniques()) {
        table.rows.push_back(
            {technique.id,
             technique.name,
             static_cast<int>(technique.fields.size()),
             technique.summary,
             technique.origin,
             technique.version}
        );
    }
    table.when_empty = "no technique is installed: praxis plugin list shows the plugins";
    return table;
}

} // namespace

CommandSpec technique_list_command() {
    return command<NoArgs>({
        .summary = "list the techniques that a note can use",
        .details = "Each technique is one text file that defines the fields of its blocks. You can "
                   "add your own in a data plugin; check it with `praxis technique check FILE`.",
        .examples = {"praxis technique list", "praxis technique list --fields id,origin"},
        .run = run,
    });
}

} // namespace praxis
