// SPDX-License-Identifier: MIT
#include "screen/questions.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace safety;

struct Args {
    std::optional<std::string> section;
    bool all = false;
};

void options(Options<Args>& options) {
    options.option(&Args::section, "section", "SECTION", "only back, neck, general, mood or record")
        .flag(&Args::all, "all", "also questions that are switched off");
}

Table::Row row_of(const Section& section, const Flag& flag) {
    return {
        section.id,
        flag.id,
        flag.ask.empty() ? flag.label + " (from the record)" : flag.ask,
        std::string{action_id(flag.action)} + (flag.enabled ? "" : ", off"),
        join(flag.sources, ", "),
        text_or_null(flag.conflict),
        flag.label,
        text_or_null(flag.why),
        text_or_null(flag.suspect),
        text_or_null(flag.threshold),
        text_or_null(flag.number),
        flag.alone,
        join(flag.citations, "; "),
        flag.reviewed,
        flag.enabled,
        section.version};
}

void check_section(const ScreenBook& book, const std::optional<std::string>& wanted) {
    std::vector<std::string> ids;
    for (const auto& section : book.sections) {
        if (!section.flags.empty()) {
            ids.push_back(section.id);
        }
    }
    if (wanted && std::find(ids.begin(), ids.end(), *wanted) == ids.end()) {
        throw UsageError(
            "there is no section " + truncate_to_width(visible(*wanted), 30),
            "choose from " + join(ids, ", ")
        );
    }
}

void report_conflict(Session& session, const Flag& flag) {
    if (!flag.conflict.empty()) {
        session.report(flag.id + ": " + flag.conflict);
    }
}

Result run(Session& session, const Args& args) {
    const auto book = load_screen_book(session);
    check_section(book, args.section);
    Table table;
    table.columns = {
        {"section", "Section"},
        {"id", "Id"},
        {"question", "Question"},
        {"action", "Action"},
        {"source", "Sources"},
        {"conflict", "Sources differ", Align::left, true},
        {"label", "Label", Align::left, true},
        {"why", "Why", Align::left, true},
        {"suspect", "Suspect", Align::left, true},
        {"threshold", "Threshold", Align::left, true},
        {"flag", "Flag", Align::left, true},
        {"alone", "Counts alone", Align::left, true},
        {"citations", "Citations", Align::left, true},
        {"reviewed", "Reviewed", Align::left, true},
        {"enabled", "Enabled", Align::left, true},
        {"version", "Version", Align::left, true}};
    std::size_t unreviewed = 0;
    for (const auto& section : book.sections) {
        for (const auto& flag : section.flags) {
            if ((flag.enabled || args.all) && (!args.section || *args.section == section.id)) {
                table.rows.push_back(row_of(section, flag));
                unreviewed += flag.reviewed ? 0 : 1;
                report_conflict(session, flag);
            }
        }
    }
    if (unreviewed > 0) {
        session.report(
            std::to_string(unreviewed) + " of " + std::to_string(table.rows.size()) +
            " questions and flags have not been reviewed by a qualified therapist"
        );
    }
    session.report(book.caution);
    return table;
}

} // namespace

CommandSpec screen_questions_command() {
    return command<Args>({
        .summary = "list the questions of the red-flag screen with their sources",
        .details =
            "Questions are text files in schemas/safety/screen and in data plugins. What no source "
            "supports is off; a data plugin can switch it on with enable = [\"chest\"] under "
            "[screen].",
        .examples =
            {"praxis screen questions",
             "praxis screen questions --all --fields id,action,flag,conflict,citations"},
        .exits = {{Exit::usage, "there is no such section"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
