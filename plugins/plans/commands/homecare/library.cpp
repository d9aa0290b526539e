// SPDX-License-Identifier: MIT
#include "homecare/fitting.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::optional<std::string> client;
    std::optional<std::string> category;
    std::optional<std::string> area;
    std::optional<std::string> tool;
};

void options(Options<Args>& options) {
    options.option(&Args::client, "client", "CLIENT", "what fits this client, and what is left out")
        .option(&Args::category, "category", "CATEGORY", "only this category")
        .choices(all_categories())
        .option(&Args::area, "area", "REGION", "only for this region")
        .completed_by(complete_area)
        .option(&Args::tool, "tool", "TOOL", "only with this tool")
        .completed_by(complete_tool);
}

Table::Row row_of(const Library& library, const Item& item) {
    Value::Array tools;
    for (const auto* list : {&item.tools, &item.more_tools}) {
        for (const auto& tool : *list) {
            tools.emplace_back(library.tool_name(tool));
        }
    }
    return make_row(
        Value{item.id},
        Value{item.name},
        Value{item.category},
        Value{Value::Array(item.areas.begin(), item.areas.end())},
        Value{std::move(tools)},
        Value{dose_text(item.dose)},
        Value{!item.drawing.empty()}
    );
}

/// With a client the remark needs the room of the areas and tools.
Table empty_table(bool of_client) {
    return {
        {{"item", "ITEM"},
         {"name", "NAME", Align::left, true},
         {"category", "KIND"},
         {"areas", "AREAS", Align::left, of_client},
         {"tools", "TOOLS", Align::left, of_client},
         {"dose", "HOW MUCH"},
         {"drawing", "DRAWING", Align::left, true}},
        {},
        "no home care matches"};
}

Table table_for(
    Session& session, const Library& library, const LibraryFilter& filter, ClientId client
) {
    auto table = empty_table(true);
    table.columns.push_back({"remark", "FOR " + client.str()});
    table.columns.push_back({"left_out", "LEFT OUT", Align::left, true});
    for (const auto& fitted : fit_items(session, library, client, filter)) {
        auto row = row_of(library, *fitted.item);
        row.emplace_back(text_or_null(fitted.remark));
        row.emplace_back(fitted.fit == Fit::left_out);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result run(Session& session, const Args& args) {
    const auto library = load_library(session);
    const LibraryFilter filter{
        args.category.value_or(""),
        args.area ? check_region(*args.area) : "",
        args.tool ? get_tool(library, *args.tool).id : ""};
    if (args.client) {
        const auto client = session.get<clients::Directory>().get(session, *args.client).id;
        session.log_access(client.str());
        return table_for(session, library, filter, client);
    }
    auto table = empty_table(false);
    for (const auto* const item : filter_items(library, filter)) {
        table.rows.push_back(row_of(library, *item));
    }
    return table;
}

} // namespace

CommandSpec homecare_library_command() {
    return command<Args>({
        .summary = "list what can be given as home care",
        .examples =
            {"praxis homecare library --area lower-back",
             "praxis homecare library --client maria --category self-massage",
             "praxis homecare library --tool ball"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
