// SPDX-License-Identifier: MIT
#include "show/note_filter.hpp"

#include "note/note_queries.hpp"
#include "template/template.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/period.hpp>

namespace praxis::soap {

namespace {

/// Selects the notes of the complaint, and reports those that could be of it or of another.
void select_complaint(Session& session, const std::string& word, NoteFilter& filter) {
    const auto id = ComplaintId::parse(word);
    if (!id) {
        throw UsageError("--complaint: a number such as CO-0001 was expected");
    }
    const auto complaint = session.get<clients::Directory>().get_complaint(session, *id);
    filter.complaint = complaint.id;
    filter.client = filter.client.value_or(complaint.client);
    const auto left_out =
        count_unassigned(
            session.db(), *filter.client, complaint.id, filter.since.value_or(Instant::min())
        )
            .left_out;
    if (left_out > 0) {
        session.report(
            std::to_string(left_out) +
            (left_out == 1 ? " signed note of that time names" : " signed notes of that time name"
            ) +
            " no complaint, and several complaints were open: not listed here"
        );
    }
}

} // namespace

NoteFilter filter_of(Session& session, const FilterArgs& args) {
    const auto midnight = [&session](const Date& day) {
        return session.zone().at(CivilTime{.date = day}).instant;
    };
    NoteFilter filter{
        .state = args.state, .technique = args.technique, .pain = args.pain, .with_void = args.all};
    if (args.client) {
        filter.client = session.get<clients::Directory>().get(session, *args.client).id;
    }
    if (args.technique) {
        static_cast<void>(TemplateBook::load(session).get_technique(*args.technique));
    }
    if (args.region) {
        filter.region = check_region(*args.region);
    }
    if (const auto since = read_first_day(session, "--since", args.since)) {
        filter.since = midnight(*since);
    }
    if (const auto until = read_last_day(session, "--until", args.until)) {
        filter.until = midnight(until->plus_days(1));
    }
    if (args.complaint) {
        select_complaint(session, *args.complaint, filter);
    }
    return filter;
}

} // namespace praxis::soap
