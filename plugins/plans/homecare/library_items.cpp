// SPDX-License-Identifier: MIT
#include "homecare/library_entries.hpp"

#include <praxis/body.hpp>

namespace praxis::plans::home {

namespace {

Dose read_dose(const FileTable& table) {
    static const std::vector<std::string> sides{"each", "one", "left", "right"};
    const auto dose = table.table("dose");
    dose.allow({"seconds", "minutes", "times", "a_day", "side", "often"});
    const auto side = dose.text_or("side", "");
    if (!side.empty() && !holds(sides, side)) {
        dose.refuse("side", "invalid value " + side);
    }
    return {
        .seconds = dose.whole_or_none("seconds"),
        .minutes = dose.whole_or_none("minutes"),
        .times = dose.whole_or_none("times"),
        .a_day = dose.whole_or_none("a_day"),
        .side = side,
        .often = dose.text_or("often", "")};
}

std::string read_category(const FileTable& table) {
    auto category = table.text("category");
    if (!holds(all_categories(), category)) {
        table.refuse("category", "invalid value " + category);
    }
    return category;
}

} // namespace

Item read_item(const FileTable& table, const FileHead& head, References& names) {
    table.allow(
        {"id",
         "name",
         "category",
         "areas",
         "tools",
         "more_tools",
         "tags",
         "drawing",
         "dose",
         "most_minutes",
         "steps",
         "never",
         "progress",
         "conflict",
         "information_only",
         "enabled",
         "source",
         "reviewed"}
    );
    Item item;
    item.id = table.id();
    item.name = table.text("name");
    item.category = read_category(table);
    item.areas = table.texts_of("areas", all_regions());
    item.tools = read_names(table, "tools", names.tools);
    item.more_tools = read_names(table, "more_tools", names.tools);
    item.tags = read_names(table, "tags", names.tags);
    item.dose = read_dose(table);
    item.most_minutes = table.whole_or_none("most_minutes");
    item.steps = table.texts("steps");
    item.never = table.text_or("never", "");
    item.progress = table.text_or("progress", "");
    item.conflict = table.text_or("conflict", "");
    if (table.has("drawing")) {
        item.drawing = table.id("drawing");
        item.drawing_path = head.folder + item.drawing + ".svg";
    }
    item.information_only = table.flag_or("information_only", false);
    item.enabled = table.flag_or("enabled", true);
    item.source = read_source(table, head);
    item.plugin = head.plugin;
    item.version = head.version;
    return item;
}

Tool read_tool(const FileTable& table, const FileHead& head) {
    table.allow({"id", "name", "words", "source", "reviewed"});
    read_source(table, head);
    return {table.id(), table.text("name"), table.texts_or_none("words")};
}

Tag read_tag(const FileTable& table) {
    table.allow({"id", "meaning"});
    return {table.id(), table.text("meaning")};
}

} // namespace praxis::plans::home
