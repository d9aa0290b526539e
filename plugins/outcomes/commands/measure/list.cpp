// SPDX-License-Identifier: MIT
#include "completions.hpp"
#include "course/course.hpp"
#include "measure_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/period.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace outcomes;

struct Args {
    std::string client;
    std::optional<std::string> instrument;
    std::optional<std::string> since;
    bool all = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::instrument, "instrument", "ID", "only this instrument")
        .completed_by(complete_instrument)
        .option(&Args::since, "since", "DATE", "measured on this day or later")
        .flag(&Args::all, "all", "also those that another one replaces");
}

std::string answers_text(const Given& given) {
    std::vector<std::string> texts;
    for (const auto* numbers : {&given.activities, &given.parts}) {
        for (const auto& [name, value] : *numbers) {
            texts.push_back(name + " " + number_text(value));
        }
    }
    for (const auto& item : given.items) {
        texts.push_back(item ? number_text(*item) : "–");
    }
    if (given.ticked) {
        std::vector<std::string> ticks;
        for (const auto tick : *given.ticked) {
            ticks.push_back(std::to_string(tick));
        }
        texts.push_back(ticks.empty() ? "none ticked" : "ticked " + join(ticks, " "));
    }
    return join(texts, ", ");
}

std::string state_of(const Measure& measure) {
    return measure.replaced_by ? "replaced by " + measure.replaced_by->str() : "";
}

Table::Row
row_of(const Measure& measure, const Instrument* instrument, const ComplaintNames& names) {
    return make_row(
        measure.id.str(),
        measure.on.iso(),
        measure.instrument,
        instrument == nullptr ? Value{} : Value{instrument->name},
        number_text(measure.score, 2),
        measure.score,
        text_or_null(measure.moment),
        measure.complaint ? Value{measure.complaint->str()} : Value{},
        text_or_null(names.of(measure)),
        text_or_null(answers_text(measure.given)),
        to_value(measure.given),
        text_or_null(measure.remark),
        measure.replaces ? Value{measure.replaces->str()} : Value{},
        text_or_null(measure.reason),
        text_or_null(state_of(measure)),
        measure.author_name
    );
}

/// named  the client has several complaints, so the list names them
std::vector<Table::Column> columns(bool named) {
    return {
        {"id", "Id"},
        {"on", "Date"},
        {"instrument", "Instrument"},
        {"name", "Name", Align::left, true},
        {"score_text", "Score", Align::right},
        {"score", "Score", Align::right, true},
        {"moment", "Moment", Align::left, true},
        {"complaint", "Complaint", Align::left, named},
        {"complaint_name", "Complaint", Align::left, !named},
        {"answers_text", "Answers"},
        {"answers", "Answers", Align::left, true},
        {"remark", "Remark"},
        {"replaces", "Replaces", Align::left, true},
        {"reason", "Reason", Align::left, true},
        {"state", "State"},
        {"author", "By", Align::left, true}};
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto instruments = all_instruments(session);
    const auto only =
        args.instrument ? get_instrument(session, instruments, *args.instrument).id : std::string{};
    const auto since = read_first_day(session, "since", args.since);
    Table table;
    const ComplaintNames names{session, client};
    table.columns = columns(names.are_needed());
    table.when_empty = client.str() + " has no measure yet: praxis measure record " + client.str() +
                       " psfs. Pain, stress and relaxation of sessions are in the notes";
    for_each_measure(session.db(), client, [&](const Measure& measure) {
        const bool wanted = (only.empty() || measure.instrument == only) &&
                            (!since || *since <= measure.on) && (args.all || !measure.replaced_by);
        if (wanted) {
            table.rows.push_back(
                row_of(measure, find_instrument(instruments, measure.instrument), names)
            );
        }
    });
    return table;
}

} // namespace

CommandSpec measure_list_command() {
    return command<Args>({
        .summary = "list the measures of a client",
        .examples =
            {"praxis measure list maria", "praxis measure list maria --instrument psfs --json"},
        .exits = {{Exit::not_found, "there is no such client or instrument"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
