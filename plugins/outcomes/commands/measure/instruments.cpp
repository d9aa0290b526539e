// SPDX-License-Identifier: MIT
#include "completions.hpp"
#include "instrument/instrument_view.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace outcomes;

struct Args {
    std::optional<std::string> instrument;
    bool all = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::instrument, "INSTRUMENT", "show this one in full")
        .completed_by(complete_instrument)
        .flag(&Args::all, "all", "also those that are switched off");
}

std::string important_text(const Instrument& instrument) {
    const auto* main = main_change(instrument);
    return main == nullptr ? "" : change_text(*main, instrument) + ", " + main->name;
}

Table::Row row_of(const Instrument& instrument) {
    return make_row(
        instrument.id,
        instrument.name,
        instrument.long_name,
        std::string{items_name(instrument.items)},
        number_text(instrument.lowest) + " to " + number_text(instrument.highest),
        instrument.better == Better::lower ? "lower" : "higher",
        text_or_null(important_text(instrument)),
        instrument.summary,
        instrument.licence,
        instrument.enabled,
        instrument.version,
        instrument.plugin
    );
}

std::vector<Table::Column> columns() {
    return {
        {"id", "Id"},
        {"name", "Name"},
        {"long_name", "Long name", Align::left, true},
        {"items", "Questions"},
        {"range", "Range"},
        {"better", "Better"},
        {"important_change", "Important change"},
        {"summary", "Summary", Align::left, true},
        {"licence", "Licence", Align::left, true},
        {"enabled", "Enabled", Align::left, true},
        {"version", "Version", Align::left, true},
        {"plugin", "Plugin", Align::left, true}};
}

/// One that is switched off can be looked at as well.
const Instrument&
find_any(Session& session, const std::vector<Instrument>& all, const std::string& name) {
    const auto* found = find_instrument(all, fold(name));
    return found == nullptr ? get_instrument(session, all, name) : *found;
}

Result run(Session& session, const Args& args) {
    const auto all = all_instruments(session);
    if (args.instrument) {
        const auto shown =
            std::make_shared<const Instrument>(find_any(session, all, *args.instrument));
        return View{
            [shown] { return instrument_value(*shown); },
            [shown] { return instrument_document(*shown); }};
    }
    Table table;
    table.columns = columns();
    table.when_empty = "no plugin brings an instrument";
    std::size_t off = 0;
    for (const auto& instrument : all) {
        if (instrument.enabled || args.all) {
            table.rows.push_back(row_of(instrument));
        }
        off += instrument.enabled ? 0 : 1;
    }
    if (off > 0 && !args.all) {
        session.report(
            std::to_string(off) + " more are switched off: praxis measure instruments --all"
        );
    }
    return table;
}

} // namespace

CommandSpec measure_instruments_command() {
    return command<Args>({
        .summary = "list the instruments, or show one with its scoring and its sources",
        .details = "Instruments are text files in schemas/outcomes/instruments and in data "
                   "plugins. Questions "
                   "are shipped only where the licence is clear; of the others praxis takes the "
                   "score. Where "
                   "sources disagree about an important change, praxis shows each of them.",
        .examples = {"praxis measure instruments", "praxis measure instruments psfs"},
        .exits = {{Exit::not_found, "there is no such instrument"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
