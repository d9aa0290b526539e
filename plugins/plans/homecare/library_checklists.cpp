// SPDX-License-Identifier: MIT
#include "homecare/library_entries.hpp"

#include <praxis/body.hpp>

namespace praxis::plans::home {

Checklist read_checklist(const FileTable& table, const FileHead& head) {
    table.allow({"id", "name", "again_after_weeks", "question", "source", "reviewed"});
    Checklist list;
    list.id = table.id();
    list.name = table.text("name");
    list.again_after_weeks = table.whole_or("again_after_weeks", 0);
    for (const auto& question : table.tables("question")) {
        question.allow({"id", "ask"});
        list.questions.push_back({question.id(), question.text("ask")});
    }
    list.source = read_source(table, head);
    list.version = head.version;
    return list;
}

StopRule read_stop(const FileTable& table, const FileHead& head) {
    table.allow({"areas", "text", "source", "reviewed"});
    read_source(table, head);
    return {table.texts_of("areas", all_regions()), table.text("text")};
}

} // namespace praxis::plans::home
