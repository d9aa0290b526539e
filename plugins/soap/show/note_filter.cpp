// SPDX-License-Identifier: MIT
#include "show/note_filter.hpp"

#include "template/template.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>

namespace praxis::soap {

namespace {

ComplaintId complaint_of(Session& session, const std::string& word) {
    const auto id = ComplaintId::parse(word);
    if (!id) {
        throw UsageError("--complaint: a number such as CO-0001 was expected");
    }
    return session.get<clients::Directory>().get_complaint(session, *id).id;
}

} // namespace

NoteFilter filter_of(Session& session, const FilterArgs& args) {
    const auto midnight = [&session](const Date& day) {
        return session.zone().at(CivilTime{.date = day}).instant;
    };
    NoteFilter filter{.state = args.state, .technique = args.technique, .pain = args.pain};
    if (args.client) {
        filter.client = session.get<clients::Directory>().get(session, *args.client).id;
    }
    if (args.complaint) {
        filter.complaint = complaint_of(session, *args.complaint);
    }
    if (args.technique) {
        static_cast<void>(TemplateBook::load(session).get_technique(*args.technique));
    }
    if (args.region) {
        filter.region = check_region(*args.region);
    }
    if (args.since) {
        filter.since = midnight(*args.since);
    }
    if (args.until) {
        filter.until = midnight(args.until->plus_days(1));
    }
    return filter;
}

} // namespace praxis::soap
