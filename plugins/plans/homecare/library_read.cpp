// SPDX-License-Identifier: MIT
#include "homecare/library.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Reads one table of a file. The first mistake ends the reading.
class TableOfFile {
  public:
    TableOfFile(const Value& table, std::string file, std::string what)
        : table_(table), file_(std::move(file)), what_(std::move(what)) {
        if (!table.is_object()) {
            fail(table, "a table is expected");
        }
    }

    [[noreturn]] void fail(const Value& place, const std::string& message) const {
        throw Refused(
            file_ + ":" + std::to_string(place.line()) + ": " + what_ + ": " + message,
            "schemas/plans/README.md describes the format"
        );
    }

    void allow(const std::vector<std::string>& keys) const {
        for (const auto& [key, value] : table_.as_object()) {
            if (!holds(keys, key)) {
                const auto meant = did_you_mean(key, keys);
                fail(value, "unknown key " + key + (meant ? ": did you mean " + *meant + "?" : ""));
            }
        }
    }

    [[nodiscard]] std::string text(const char* key, bool needed = false) const {
        const auto* const value = table_.find(key);
        if (value != nullptr && !value->is_text()) {
            fail(*value, std::string{key} + " is not a text");
        }
        if (needed && (value == nullptr || value->as_text().empty())) {
            fail(table_, std::string{key} + " is missing");
        }
        return value == nullptr ? std::string{} : value->as_text();
    }

    [[nodiscard]] std::vector<std::string> texts(const char* key, bool needed = false) const {
        auto list = table_.texts_at(key);
        if (needed && list.empty()) {
            fail(table_, std::string{key} + " is missing");
        }
        return list;
    }

    [[nodiscard]] std::vector<std::string>
    texts_of(const char* key, const std::vector<std::string>& allowed) const {
        auto list = texts(key);
        for (const auto& word : list) {
            if (!holds(allowed, word)) {
                fail(*table_.find(key), std::string{key} + ": invalid value " + word);
            }
        }
        return list;
    }

    [[nodiscard]] bool flag(const char* key, bool otherwise) const {
        const auto* const value = table_.find(key);
        if (value != nullptr && !value->is_bool()) {
            fail(*value, std::string{key} + " is neither true nor false");
        }
        return value == nullptr ? otherwise : value->as_bool();
    }

    [[nodiscard]] std::optional<int> number(const char* key) const {
        const auto* const value = table_.find(key);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_integer() || value->as_integer() < 0 || value->as_integer() > 10000) {
            fail(*value, std::string{key} + " is not a whole number");
        }
        return static_cast<int>(value->as_integer());
    }

    /// The tables of [[key]].
    [[nodiscard]] std::vector<TableOfFile> tables(const char* key) const {
        std::vector<TableOfFile> tables;
        const auto* const list = table_.find(key);
        if (list == nullptr) {
            return tables;
        }
        if (!list->is_array()) {
            fail(*list, std::string{key} + " is not a list of tables");
        }
        for (const auto& item : list->as_array()) {
            const auto id = item.text_at("id");
            tables.emplace_back(item, file_, std::string{key} + (id.empty() ? "" : " " + id));
        }
        return tables;
    }

    [[nodiscard]] const Value& value() const { return table_; }

  private:
    const Value& table_;
    std::string file_;
    std::string what_;
};

struct Head {
    std::string plugin;
    std::string folder; // of the file
    int version = 1;
    std::vector<std::string> sources;
};

Source read_source(const TableOfFile& table, const Head& head) {
    Source source;
    source.ids = table.texts("source", true);
    for (const auto& id : source.ids) {
        const auto found =
            std::find_if(head.sources.begin(), head.sources.end(), [&id](const std::string& line) {
                return line.starts_with(id + ":");
            });
        if (found == head.sources.end() && id != "(k)") {
            table.fail(
                table.value(),
                "source: " + id +
                    " is not in the sources of the file; \"(k)\" marks "
                    "common knowledge"
            );
        }
        source.citations.push_back(found == head.sources.end() ? "(k): common practice" : *found);
    }
    source.reviewed = table.flag("reviewed", false);
    return source;
}

/// Small letters, digits and dashes: no path can be made of it.
std::string read_id(const TableOfFile& table, const char* key, bool needed) {
    auto id = table.text(key, needed);
    if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
        table.fail(table.value(), std::string{key} + ": only small letters, digits and dashes");
    }
    return id;
}

Dose read_dose(const TableOfFile& table) {
    const auto* const value = table.value().find("dose");
    if (value == nullptr || !value->is_object()) {
        table.fail(table.value(), "dose is missing");
    }
    const std::vector<std::string> keys{"seconds", "minutes", "times", "a_day", "side", "often"};
    for (const auto& [key, part] : value->as_object()) {
        if (!holds(keys, key)) {
            table.fail(*value, "dose: unknown key " + key);
        }
    }
    return dose_from(*value);
}

Item read_item(const TableOfFile& table, const Head& head) {
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
    item.id = read_id(table, "id", true);
    item.name = table.text("name", true);
    item.category = table.text("category", true);
    if (!holds(all_categories(), item.category)) {
        table.fail(table.value(), "category: invalid value " + item.category);
    }
    item.areas = table.texts_of("areas", all_regions());
    item.tools = table.texts("tools");
    item.more_tools = table.texts("more_tools");
    item.tags = table.texts("tags");
    item.dose = read_dose(table);
    item.most_minutes = table.number("most_minutes");
    item.steps = table.texts("steps", true);
    item.never = table.text("never");
    item.progress = table.text("progress");
    item.conflict = table.text("conflict");
    item.drawing = read_id(table, "drawing", false);
    if (!item.drawing.empty()) {
        item.drawing_path = head.folder + item.drawing + ".svg";
    }
    item.information_only = table.flag("information_only", false);
    item.enabled = table.flag("enabled", true);
    item.source = read_source(table, head);
    item.plugin = head.plugin;
    item.version = head.version;
    return item;
}

Tool read_tool(const TableOfFile& table, const Head& head) {
    table.allow({"id", "name", "words", "source", "reviewed"});
    read_source(table, head);
    return {read_id(table, "id", true), table.text("name", true), table.texts("words")};
}

Verdict read_verdict(const TableOfFile& table) {
    const auto word = table.text("verdict", true);
    for (const auto verdict : {Verdict::leave_out, Verdict::ask, Verdict::without}) {
        if (verdict_name(verdict) == word) {
            return verdict;
        }
    }
    table.fail(table.value(), "verdict: choose from leave-out, ask, without");
}

When read_when(const TableOfFile& table) {
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
    when.concepts = table.texts("concepts");
    when.in = table.texts_of("in", lists);
    when.weeks_from = table.number("weeks_from");
    when.weeks_below = table.number("weeks_below");
    when.weeks_unknown = table.flag("weeks_unknown", false);
    when.causes = table.texts_of("causes", causes);
    when.onset_days_up_to = table.number("onset_days_up_to");
    if (when.concepts.empty() != when.in.empty()) {
        table.fail(table.value(), "concepts and in belong together");
    }
    if (when.concepts.empty() && when.causes.empty() && !when.onset_days_up_to) {
        table.fail(table.value(), "the condition is empty and would match every client");
    }
    return when;
}

Limit read_limit(const TableOfFile& table, const Head& head) {
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
    limit.id = read_id(table, "id", true);
    limit.verdict = read_verdict(table);
    limit.items = table.texts("items");
    limit.categories = table.texts_of("categories", all_categories());
    limit.tools = table.texts("tools");
    limit.tags = table.texts("tags");
    limit.areas = table.texts_of("areas", all_regions());
    limit.always = table.flag("always", false);
    for (const auto& when : table.tables("when")) {
        limit.when.push_back(read_when(when));
    }
    if (limit.always != limit.when.empty()) {
        table.fail(table.value(), "give either always = true, or [[limit.when]]");
    }
    limit.reason = table.text("reason", true);
    limit.conflict = table.text("conflict");
    limit.enabled = table.flag("enabled", true);
    limit.source = read_source(table, head);
    return limit;
}

Checklist read_checklist(const TableOfFile& table, const Head& head) {
    table.allow({"id", "name", "again_after_weeks", "question", "source", "reviewed"});
    Checklist list;
    list.id = read_id(table, "id", true);
    list.name = table.text("name", true);
    list.again_after_weeks = table.number("again_after_weeks").value_or(0);
    for (const auto& question : table.tables("question")) {
        question.allow({"id", "ask"});
        list.questions.push_back({read_id(question, "id", true), question.text("ask", true)});
    }
    list.source = read_source(table, head);
    list.version = head.version;
    return list;
}

StopRule read_stop(const TableOfFile& table, const Head& head) {
    table.allow({"areas", "text", "source", "reviewed"});
    read_source(table, head);
    return {table.texts_of("areas", all_regions()), table.text("text", true)};
}

Head read_head(const TableOfFile& root, const ContributedFile& file) {
    const auto* const value = root.value().find("homecare");
    if (value == nullptr) {
        root.fail(root.value(), "[homecare] is missing");
    }
    const TableOfFile table{*value, file.path, "[homecare]"};
    table.allow({"id", "name", "version", "source"});
    for (const auto* key : {"id", "name"}) {
        static_cast<void>(table.text(key, true));
    }
    return {
        file.plugin,
        file.path.substr(0, file.path.rfind('/') + 1),
        table.number("version").value_or(1),
        table.texts("source")};
}

void read_numbers(const TableOfFile& root, Library& library) {
    if (const auto* const numbers = root.value().find("emergency_number")) {
        const TableOfFile table{*numbers, "", "[emergency_number]"};
        for (const auto& [country, number] : numbers->as_object()) {
            library.emergency_numbers[country] = table.text(country.c_str(), true);
        }
    }
}

} // namespace

void read_library(const ContributedFile& file, Library& library) {
    const auto content = parse_toml(file.text, file.path);
    const TableOfFile root{content, file.path, "the file"};
    root.allow(
        {"homecare", "item", "tool", "limit", "checklist", "stop", "emergency", "emergency_number"}
    );
    const auto head = read_head(root, file);
    const auto add = [&](const char* key, auto& list, auto read) {
        for (const auto& table : root.tables(key)) {
            list.push_back(read(table, head));
        }
    };
    add("item", library.items, read_item);
    add("tool", library.tools, read_tool);
    add("limit", library.limits, read_limit);
    add("checklist", library.checklists, read_checklist);
    add("stop", library.stops, read_stop);
    add("emergency", library.emergencies, read_stop);
    read_numbers(root, library);
}

} // namespace praxis::plans::home
