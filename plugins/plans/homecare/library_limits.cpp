// SPDX-License-Identifier: MIT
#include "homecare/library_entries.hpp"

#include <praxis/body.hpp>

namespace praxis::plans::home {

namespace {

Verdict read_verdict(const FileTable& table) {
    const auto word = table.text("verdict");
    for (const auto verdict : {Verdict::leave_out, Verdict::ask, Verdict::without}) {
        if (verdict_name(verdict) == word) {
            return verdict;
        }
    }
    table.refuse("verdict", "choose from leave-out, ask, without");
}

When read_when(const FileTable& table, References& names) {
    static const std::vector<std::string> lists{
        "condition", "medication", "allergy", "product", "complaint"};
    static const std::vector<std::string> causes{
        "posture", "muscle-tension", "injury", "degenerative", "other", "unknown"};
    table.allow(
        {"concepts",
         "in",
         "weeks_from",
         "weeks_below",
         "weeks_unknown",
         "causes",
         "onset_days_up_to"}
    );
    When when;
    when.concepts = read_names(table, "concepts", names.concepts);
    when.in = table.texts_of("in", lists);
    when.weeks_from = table.whole_or_none("weeks_from");
    when.weeks_below = table.whole_or_none("weeks_below");
    when.weeks_unknown = table.flag_or("weeks_unknown", false);
    when.causes = table.texts_of("causes", causes);
    when.onset_days_up_to = table.whole_or_none("onset_days_up_to");
    if (when.concepts.empty() != when.in.empty()) {
        table.refuse("in", "it belongs together with concepts");
    }
    if (when.concepts.empty() && when.causes.empty() && !when.onset_days_up_to) {
        table.refuse("concepts", "the condition is empty and would match every client");
    }
    return when;
}

} // namespace

Limit read_limit(const FileTable& table, const FileHead& head, References& names) {
    table.allow(
        {"id",
         "verdict",
         "items",
         "categories",
         "tools",
         "tags",
         "areas",
         "always",
         "when",
         "reason",
         "conflict",
         "enabled",
         "source",
         "reviewed"}
    );
    Limit limit;
    limit.id = table.id();
    limit.verdict = read_verdict(table);
    limit.items = read_names(table, "items", names.items);
    limit.categories = table.texts_of("categories", all_categories());
    limit.tools = read_names(table, "tools", names.tools);
    limit.tags = read_names(table, "tags", names.tags);
    limit.areas = table.texts_of("areas", all_regions());
    limit.always = table.flag_or("always", false);
    for (const auto& when : table.tables("when")) {
        limit.when.push_back(read_when(when, names));
    }
    if (limit.always != limit.when.empty()) {
        table.refuse("always", "give either always = true, or [[limit.when]]");
    }
    limit.reason = table.text("reason");
    limit.conflict = table.text_or("conflict", "");
    limit.enabled = table.flag_or("enabled", true);
    limit.source = read_source(table, head);
    return limit;
}

} // namespace praxis::plans::home
