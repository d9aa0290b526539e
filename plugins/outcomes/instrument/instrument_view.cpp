// SPDX-License-Identifier: MIT
#include "instrument/instrument_view.hpp"

#include <praxis/text.hpp>

#include <array>
#include <utility>

namespace praxis::outcomes {

namespace {

using Object = Value::Object;

constexpr int section_level = 2;

Value list_of(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

/// How the answers become the score.
std::string scoring_text(const Instrument& instrument) {
    const auto& answers = instrument.answers;
    const auto range = number_text(answers.lowest) + " to " + number_text(answers.highest);
    const auto count = std::to_string(answers.count);
    const auto blanks = answers.least < answers.count
                            ? "; at least " + std::to_string(answers.least) + " must be answered"
                            : std::string{};
    switch (instrument.scoring) {
    case Scoring::mean:
        return answers.named ? "mean of " + std::to_string(answers.least) + " to " +
                                   std::to_string(answers.most) + " activities, each " + range
                             : "mean of " + count + " answers, each " + range + blanks;
    case Scoring::sum:
        return "sum of " + count + " answers, each " + range + blanks +
               (answers.fill_with_mean ? "; a missing one counts as the mean of the others" : "");
    case Scoring::percent:
        return "sum of " + count + " answers, each " + range +
               ", in percent of the greatest sum; a missing one is left out" + blanks;
    case Scoring::count:
        return "number of ticked statements of " + count;
    case Scoring::single:
        break;
    }
    return instrument.sum_of_parts ? "sum of its parts" : "one number";
}

std::string record_example(const Instrument& instrument) {
    const auto start = "praxis measure record CLIENT " + instrument.id;
    if (instrument.answers.named) {
        return start + R"( --activity "sleep through=4" --activity "sit a working day=3" ...)";
    }
    if (instrument.answers.ticks) {
        return start + " --ticked 1,4,9";
    }
    if (instrument.sum_of_parts) {
        std::string parts;
        for (const auto& part : instrument.parts) {
            parts += " --part " + part.id + "=NUMBER";
        }
        return start + parts;
    }
    std::string example = start + " SCORE";
    for (const auto& part : instrument.parts) {
        example += " --part " + part.id + "=NUMBER";
    }
    return example + (instrument.answers.count > 0 ? ", or --answers \"3 2 - 1 ...\"" : "");
}

Facts facts_of(const Instrument& instrument) {
    Facts facts;
    facts.items = {
        {"Measures", instrument.summary},
        {"Range", range_text(instrument)},
        {"Better", instrument.better == Better::lower ? "lower" : "higher"},
        {"Scoring", scoring_text(instrument)},
        {"Questions", std::string{items_name(instrument.items)}},
        {"Licence", instrument.licence}};
    if (!instrument.only_for.name.empty()) {
        facts.items.emplace_back("Only for", instrument.only_for.name);
    }
    if (!instrument.from_notes.empty()) {
        facts.items.emplace_back(
            "Recorded in", "each session's note, before and after (" + instrument.from_notes + ")"
        );
    }
    if (instrument.repeat_days > 0) {
        facts.items.emplace_back(
            "Due again", "after " + std::to_string(instrument.repeat_days) + " days"
        );
    }
    facts.items.emplace_back("Record it", record_example(instrument));
    facts.items.emplace_back("Reviewed", instrument.reviewed ? "yes" : "not by a clinician");
    return facts;
}

Grid changes_of(const Instrument& instrument) {
    Grid grid{"", {{"Important change"}, {"Basis"}, {"Of whom"}, {"Source"}, {"Remark"}}, {}};
    for (const auto& change : instrument.changes) {
        std::vector<std::string> remarks;
        if (change.main) {
            remarks.emplace_back("named first");
        }
        if (!change.enabled) {
            remarks.emplace_back("off");
        }
        if (!change.conflict.empty()) {
            remarks.push_back("conflict: " + change.conflict);
        }
        grid.rows.push_back(
            {change_text(change, instrument),
             change.basis,
             change.population.name,
             join(change.sources, ", "),
             join(remarks, "; ")}
        );
    }
    return grid;
}

Grid meanings_grid(const Instrument& instrument) {
    Grid grid{"", {{"Score"}, {"What the source says"}, {"Source"}}, {}};
    for (const auto& meaning : instrument.meanings) {
        grid.rows.push_back(
            {(meaning.of.empty() ? "" : meaning.of + " ") + number_text(meaning.from) + " to " +
                 number_text(meaning.to),
             meaning.text,
             meaning.source}
        );
    }
    return grid;
}

void add_list(Document& document, const char* title, std::vector<std::string> items) {
    if (!items.empty()) {
        document.add(Heading{section_level, title});
        document.add(Bullets{std::move(items)});
    }
}

void add_grid(Document& document, const char* title, Grid grid) {
    if (!grid.rows.empty()) {
        document.add(Heading{section_level, title});
        document.add(std::move(grid));
    }
}

Value changes_value(const Instrument& instrument) {
    Value::Array list;
    for (const auto& change : instrument.changes) {
        list.emplace_back(Object{
            {"from", change.from},
            {"to", change.to},
            {"unit", change.percent ? "percent of the first value" : instrument.unit},
            {"of", change.activity ? "activity" : "score"},
            {"basis", change.basis},
            {"name", change.name},
            {"population", change.population.name},
            {"regions", list_of(change.population.regions)},
            {"phase", text_or_null(change.population.phase)},
            {"sources", list_of(change.sources)},
            {"main", change.main},
            {"enabled", change.enabled},
            {"conflict", text_or_null(change.conflict)}});
    }
    return list;
}

} // namespace

Document instrument_document(const Instrument& instrument) {
    Document document;
    document.title = instrument.name;
    document.subtitle = instrument.long_name + " · " + instrument.id + ", version " +
                        std::to_string(instrument.version);
    if (!instrument.enabled) {
        document.add(Paragraph{"Switched off. " + instrument.off, Tone::warning});
    }
    document.add(facts_of(instrument));
    add_list(document, "Questions", instrument.questions);
    add_grid(document, "Important changes", changes_of(instrument));
    add_grid(document, "Ranges", meanings_grid(instrument));
    add_list(document, "Remarks", instrument.remarks);
    add_list(document, "Sources", instrument.sources);
    return document;
}

Value instrument_value(const Instrument& instrument) {
    return Object{
        {"id", instrument.id},
        {"name", instrument.name},
        {"long_name", instrument.long_name},
        {"summary", instrument.summary},
        {"version", instrument.version},
        {"language", instrument.language},
        {"items", std::string{items_name(instrument.items)}},
        {"licence", instrument.licence},
        {"lowest", instrument.lowest},
        {"highest", instrument.highest},
        {"unit", instrument.unit},
        {"better", instrument.better == Better::lower ? "lower" : "higher"},
        {"scoring", scoring_text(instrument)},
        {"questions", list_of(instrument.questions)},
        {"important_changes", changes_value(instrument)},
        {"only_for", text_or_null(instrument.only_for.name)},
        {"regions", list_of(instrument.only_for.regions)},
        {"remarks", list_of(instrument.remarks)},
        {"sources", list_of(instrument.sources)},
        {"enabled", instrument.enabled},
        {"off", text_or_null(instrument.off)},
        {"reviewed", instrument.reviewed},
        {"plugin", instrument.plugin}};
}

} // namespace praxis::outcomes
