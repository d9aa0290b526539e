// SPDX-License-Identifier: MIT
#include "instrument/instrument.hpp"
#include "instrument/table_reader.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

void read_head(const TableReader& head, Instrument& made) {
    made.id = head.text("id");
    made.name = head.text("name");
    made.long_name = head.text_or("long_name", made.name);
    made.summary = head.text("summary");
    made.version = head.whole_or("version", 1);
    made.language = head.text_or("language", "en");
    made.items =
        static_cast<Items>(head.choice("items", {"shipped", "score-only", "user-licensed"}));
    made.licence = head.text("licence");
    made.sources = head.texts("source");
    made.remarks = head.texts_or_none("remark");
    made.only_for = head.text_or("only_for", "");
    made.loinc = head.text_or("loinc", "");
    made.reviewed = head.flag_or("reviewed", false);
    made.enabled = head.flag_or("enabled", true);
    made.off = head.text_or("off", "");
    if (made.enabled != made.off.empty()) {
        head.refuse("off", "an instrument that is off says why, and no other");
    }
}

void read_scale(const TableReader& head, Instrument& made) {
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
    }
}

Answers read_answers(const Value& table, const std::string& file) {
    const TableReader reader{
        table,
        file,
        "[answers]",
        {"named", "ticks", "count", "least", "most", "lowest", "highest", "fill_with_mean"}};
    Answers answers;
    answers.named = reader.flag_or("named", false);
    answers.ticks = reader.flag_or("ticks", false);
    answers.count = reader.whole_or("count", 0);
    answers.least = reader.whole_or("least", answers.ticks ? 0 : answers.count);
    answers.most = reader.whole_or("most", answers.count);
    answers.lowest = reader.number_or("lowest", 0);
    answers.highest = reader.number_or("highest", answers.ticks ? 1 : 0);
    answers.fill_with_mean = reader.flag_or("fill_with_mean", false);
    if (answers.most < 1 || answers.least > answers.most) {
        reader.refuse(answers.named ? "most" : "count", "give the number of questions");
    }
    if (answers.highest <= answers.lowest) {
        reader.refuse("highest", "it must be above lowest");
    }
    return answers;
}

Part read_part(const Value& table, const std::string& file) {
    const TableReader reader{table, file, "[[part]]", {"id", "name", "lowest", "highest"}};
    return {
        .id = reader.text("id"),
        .name = reader.text("name"),
        .lowest = reader.number("lowest"),
        .highest = reader.number("highest")};
}

Meaning read_meaning(const Value& table, const std::string& file, const Instrument& made) {
    const TableReader reader{table, file, "[[meaning]]", {"of", "from", "to", "text", "source"}};
    Meaning meaning{
        .of = reader.text_or("of", ""),
        .from = reader.number("from"),
        .to = reader.number("to"),
        .text = reader.text("text"),
        .source = reader.sources("source", made.sources).front()};
    const auto is_meant = [&meaning](const Part& part) { return part.id == meaning.of; };
    if (!meaning.of.empty() && std::none_of(made.parts.begin(), made.parts.end(), is_meant)) {
        reader.refuse("of", "there is no part " + meaning.of);
    }
    return meaning;
}

ImportantChange read_change(const Value& table, const std::string& file, const Instrument& made) {
    const TableReader reader{
        table,
        file,
        "[[change]]",
        {"from",
         "to",
         "unit",
         "above",
         "of",
         "basis",
         "name",
         "population",
         "source",
         "main",
         "enabled",
         "conflict"}};
    ImportantChange change;
    change.from = reader.number("from");
    change.to = reader.number_or("to", change.from);
    change.percent = reader.has("unit") && reader.choice("unit", {"points", "percent"}) == 1;
    change.above = reader.flag_or("above", false);
    change.activity = reader.has("of") && reader.choice("of", {"activity"}) == 0;
    change.basis = reader.text("basis");
    change.name = reader.text("name");
    change.population = reader.text("population");
    change.sources = reader.sources("source", made.sources);
    change.main = reader.flag_or("main", false);
    change.enabled = reader.flag_or("enabled", true);
    change.conflict = reader.text_or("conflict", "");
    if (change.from <= 0 || change.to < change.from) {
        reader.refuse("from", "a change is above 0, and `to` not below it");
    }
    if (change.main && (!change.enabled || change.percent || change.activity)) {
        reader.refuse("main", "the main change is enabled, in points, and of the score");
    }
    return change;
}

void read_lists(const Value& root, const std::string& file, Instrument& made) {
    if (const auto* answers = root.find("answers")) {
        made.answers = read_answers(*answers, file);
    }
    for (const auto* table : tables_of(root, "item", file)) {
        made.questions.push_back(TableReader{*table, file, "[[item]]", {"text"}}.text("text"));
    }
    for (const auto* table : tables_of(root, "part", file)) {
        made.parts.push_back(read_part(*table, file));
    }
    for (const auto* table : tables_of(root, "meaning", file)) {
        made.meanings.push_back(read_meaning(*table, file, made));
    }
    for (const auto* table : tables_of(root, "change", file)) {
        made.changes.push_back(read_change(*table, file, made));
    }
}

/// What no single key shows.
void check_whole(const TableReader& head, const Instrument& made) {
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
    if ((made.scoring == Scoring::single) != (made.answers.most == 0)) {
        head.refuse("scoring", "[answers] and a way to count them belong together");
    }
}

} // namespace

Instrument read_instrument(std::string_view text, const std::string& file) {
    const auto root = parse_toml(text, file);
    const TableReader whole{
        root, file, "the file", {"instrument", "answers", "item", "part", "meaning", "change"}};
    const auto* table = root.find("instrument");
    if (table == nullptr) {
        whole.refuse("instrument", "[instrument] is missing");
    }
    const TableReader head{
        *table,
        file,
        "[instrument]",
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
         "screen",
         "sum_of_parts",
         "repeat_days",
         "recovered_up_to",
         "enabled",
         "off",
         "reviewed",
         "recovered_source",
         "source",
         "remark",
         "private"}};
    Instrument made;
    read_head(head, made);
    read_scale(head, made);
    read_lists(root, file, made);
    check_whole(head, made);
    return made;
}

} // namespace praxis::outcomes
