// SPDX-License-Identifier: MIT
#include "homecare/library_entries.hpp"

namespace praxis::plans::home {

namespace {

FileHead read_head(const FileTable& root, const ContributedFile& file) {
    const auto table = root.table("homecare");
    table.allow({"id", "name", "version", "source"});
    for (const auto* key : {"id", "name"}) {
        static_cast<void>(table.text(key));
    }
    return {
        file.plugin,
        file.path.substr(0, file.path.rfind('/') + 1),
        table.whole_or("version", 1),
        table.texts_or_none("source")};
}

void read_emergency_numbers(const FileTable& root, Library& library) {
    if (const auto numbers = root.table_or_none("emergency_number")) {
        for (const auto& [country, number] : numbers->value().as_object()) {
            library.emergency_numbers[country] = numbers->text(country);
        }
    }
}

} // namespace

void read_library(const ContributedFile& file, Library& library) {
    const auto content = parse_file(file);
    const FileTable root{file, content};
    root.allow(
        {"homecare",
         "item",
         "tool",
         "tag",
         "limit",
         "checklist",
         "stop",
         "emergency",
         "emergency_number"}
    );
    const auto head = read_head(root, file);
    const auto add = [&root](const char* key, auto& list, auto read) {
        for (const auto& table : root.tables(key)) {
            list.push_back(read(table));
        }
    };
    auto& names = library.names;
    const auto stop = [&head](const FileTable& table) { return read_stop(table, head); };
    add("item", library.items, [&](const auto& table) { return read_item(table, head, names); });
    add("tool", library.tools, [&](const auto& table) { return read_tool(table, head); });
    add("tag", library.tags, read_tag);
    add("limit", library.limits, [&](const auto& table) { return read_limit(table, head, names); });
    add("checklist", library.checklists, [&](const auto& table) {
        return read_checklist(table, head);
    });
    add("stop", library.stops, stop);
    add("emergency", library.emergencies, stop);
    read_emergency_numbers(root, library);
}

} // namespace praxis::plans::home
