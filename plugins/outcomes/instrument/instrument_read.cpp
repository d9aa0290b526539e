// SPDX-License-Identifier: MIT
#include "instrument/instrument.hpp"

#include <praxis/body.hpp>
#include <praxis/file_table.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

std::string read_phase(const FileTable& table) {
    return table.has("phase") ? table.word("phase", {"acute", "chronic"}) : "";
}

void read_head(const FileTable& head, Instrument& made) {
    made.id = head.text("id");
    made.name = head.text("name");
    made.long_name = head.text_or("long_name", made.name);
    made.summary = head.text("summary");
    made.version = head.whole_or("version", 1);
    made.language = head.text_or("language", "en");
    made.items =
        static_cast<Items>(head.choice("items", {"shipped", "score-only", "user-licensed"}));
    made.licence = head.text("licence");
    made.sources = head.texts_or_none("source");
    made.remarks = head.texts_or_none("remark");
    made.only_for = {
        .name = head.text_or("only_for", ""),
        .regions = head.texts_of("regions", all_regions()),
        .phase = {}};
    if (made.only_for.name.empty() != made.only_for.regions.empty()) {
        head.refuse("only_for", "`only_for` and its `regions` belong together");
    }
    made.loinc = head.text_or("loinc", "");
    made.reviewed = head.flag_or("reviewed", false);
    made.enabled = head.flag_or("enabled", true);
    made.off = head.text_or("off", "");
    if (made.enabled != made.off.empty()) {
        head.refuse("off", "an instrument that is off says why, and no other");
    }
}

void read_scale(const FileTable& head, Instrument& made) {
    made.better = static_cast<Better>(head.choice("better", {"lower", "higher"}));
    made.lowest = head.number("lowest");
    made.highest = head.number("highest");
    if (made.highest <= made.lowest) {
        head.refuse("highest", "it must be above lowest");
    }
    made.lowest_means = head.text("lowest_means");
    made.highest_means = head.text("highest_means");
    made.unit = head.text("unit");
    made.whole = head.flag_or("whole", false);
    made.scoring =
        static_cast<Scoring>(head.choice("scoring", {"single", "mean", "sum", "count", "percent"}));
    made.of_client = head.choice("about", {"complaint", "client"}) == 1;
    made.moments = head.flag_or("moments", false);
    made.screen = head.flag_or("screen", false);
    made.is_private = head.flag_or("private", false);
    made.sum_of_parts = head.flag_or("sum_of_parts", false);
    made.repeat_days = head.whole_or("repeat_days", 0);
    if (head.has("from_notes")) {
        made.from_notes = head.word("from_notes", {"pain", "stress", "relaxation"});
    }
    if (head.has("recovered_up_to")) {
        made.recovered_up_to = head.number("recovered_up_to");
        made.recovered_source = head.sources("recovered_source", made.sources).front();
        made.recovered_of = {
            .name = head.text_or("recovered_population", ""),
            .regions = head.texts_of("recovered_regions", all_regions()),
            .phase = {}};
    }
}

Answers read_answers(const FileTable& table) {
    table.allow({"named", "ticks", "count", "least", "most", "lowest", "highest", "fill_with_mean"}
    );
    Answers answers;
    answers.named = table.flag_or("named", false);
    answers.ticks = table.flag_or("ticks", false);
    answers.count = table.whole_or("count", 0);
    answers.least = table.whole_or("least", answers.ticks ? 0 : answers.count);
    answers.most = table.whole_or("most", answers.count);
    answers.lowest = table.number_or("lowest", 0);
    answers.highest = table.number_or("highest", answers.ticks ? 1 : 0);
    answers.fill_with_mean = table.flag_or("fill_with_mean", false);
    if (answers.most < 1 || answers.least > answers.most) {
        table.refuse(answers.named ? "most" : "count", "give the number of questions");
    }
    if (answers.highest <= answers.lowest) {
        table.refuse("highest", "it must be above lowest");
    }
    return answers;
}

Part read_part(const FileTable& table) {
    table.allow({"id", "name", "lowest", "highest", "summed"});
    return {
        .id = table.text("id"),
        .name = table.text("name"),
        .lowest = table.number("lowest"),
        .highest = table.number("highest"),
        .summed = table.flag_or("summed", false)};
}

Meaning read_meaning(const FileTable& table, const Instrument& made) {
    table.allow({"of", "from", "to", "text", "source"});
    Meaning meaning{
        .of = table.text_or("of", ""),
        .from = table.number("from"),
        .to = table.number("to"),
        .text = table.text("text"),
        .source = table.sources("source", made.sources).front()};
    const auto is_meant = [&meaning](const Part& part) { return part.id == meaning.of; };
    if (!meaning.of.empty() && std::none_of(made.parts.begin(), made.parts.end(), is_meant)) {
        table.refuse("of", "there is no part " + meaning.of);
    }
    return meaning;
}

ImportantChange read_change(const FileTable& table, const Instrument& made) {
    table.allow(
        {"from",
         "to",
         "unit",
         "above",
         "of",
         "basis",
         "name",
         "population",
         "regions",
         "phase",
         "source",
         "main",
         "enabled",
         "conflict"}
    );
    ImportantChange change;
    change.from = table.number("from");
    change.to = table.number_or("to", change.from);
    change.percent = table.has("unit") && table.choice("unit", {"points", "percent"}) == 1;
    change.above = table.flag_or("above", false);
    change.activity = table.has("of") && table.choice("of", {"activity"}) == 0;
    change.basis = table.text("basis");
    change.name = table.text("name");
    change.population = {
        .name = table.text("population"),
        .regions = table.texts_of("regions", all_regions()),
        .phase = read_phase(table)};
    change.sources = table.sources("source", made.sources);
    change.main = table.flag_or("main", false);
    change.enabled = table.flag_or("enabled", true);
    change.conflict = table.text_or("conflict", "");
    if (change.from <= 0 || change.to < change.from) {
        table.refuse("from", "a change is above 0, and `to` not below it");
    }
    if (change.main && (!change.enabled || change.percent || change.activity)) {
        table.refuse("main", "the main change is enabled, in points, and of the score");
    }
    return change;
}

void read_lists(const FileTable& file, Instrument& made) {
    if (const auto answers = file.table_or_none("answers")) {
        made.answers = read_answers(*answers);
    }
    for (const auto& table : file.tables("item")) {
        table.allow({"text"});
        made.questions.push_back(table.text("text"));
    }
    for (const auto& table : file.tables("part")) {
        made.parts.push_back(read_part(table));
    }
    for (const auto& table : file.tables("meaning")) {
        made.meanings.push_back(read_meaning(table, made));
    }
    for (const auto& table : file.tables("change")) {
        made.changes.push_back(read_change(table, made));
    }
}

/// What no single key shows.
void check_whole(const FileTable& head, const Instrument& made) {
    const auto mains =
        std::count_if(made.changes.begin(), made.changes.end(), [](const ImportantChange& change) {
            return change.main;
        });
    if (mains != (made.changes.empty() ? 0 : 1)) {
        head.refuse("id", "exactly one [[change]] is main");
    }
    if (made.screen && !made.changes.empty()) {
        head.refuse("screen", "a screen has no important change");
    }
    if (made.items == Items::shipped && made.questions.empty()) {
        head.refuse("items", "an instrument that is shipped has its questions");
    }
    if (made.items == Items::score_only && !made.questions.empty()) {
        head.refuse("items", "an instrument of which only the score is taken has no questions");
    }
    for (const auto& part : made.parts) {
        if (part.summed && (part.lowest < made.lowest || part.highest > made.highest)) {
            head.refuse("highest", "the part " + part.id + " is summed, so it is within the score");
        }
    }
    if ((made.scoring == Scoring::single) != (made.answers.most == 0)) {
        head.refuse("scoring", "[answers] and a way to count them belong together");
    }
}

} // namespace

Instrument read_instrument(const ContributedFile& file) {
    const auto content = parse_file(file);
    const FileTable whole{file, content};
    whole.allow({"instrument", "answers", "item", "part", "meaning", "change"});
    const auto head = whole.table("instrument");
    head.allow(
        {"id",
         "name",
         "long_name",
         "summary",
         "version",
         "language",
         "items",
         "licence",
         "better",
         "lowest",
         "highest",
         "lowest_means",
         "highest_means",
         "unit",
         "whole",
         "scoring",
         "about",
         "moments",
         "from_notes",
         "loinc",
         "only_for",
         "regions",
         "screen",
         "sum_of_parts",
         "repeat_days",
         "recovered_up_to",
         "enabled",
         "off",
         "reviewed",
         "recovered_source",
         "recovered_population",
         "recovered_regions",
         "source",
         "remark",
         "private"}
    );
    Instrument made;
    made.plugin = file.plugin;
    read_head(head, made);
    read_scale(head, made);
    read_lists(whole, made);
    check_whole(head, made);
    return made;
}

} // namespace praxis::outcomes
