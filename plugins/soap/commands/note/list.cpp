// SPDX-License-Identifier: MIT
#include "completions.hpp"
#include "note_queries.hpp"
#include "note_table.hpp"
#include "template.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr std::int64_t most_of_a_practice = 50;

struct Args {
    std::optional<std::string> client;
    std::optional<std::string> complaint;
    std::optional<std::string> technique;
    std::optional<std::string> region;
    std::optional<std::string> state;
    std::optional<Date> since;
    std::optional<Date> until;
    std::optional<std::int64_t> limit;
};

void options(Options<Args>& options) {
    options.option(&Args::client, "client", "CLIENT", "only of this client").letter('c');
    options.option(&Args::complaint, "complaint", "ID", "only of this complaint");
    options.option(&Args::technique, "technique", "ID", "only with this technique")
        .letter('t')
        .completed_by(soap::complete_technique);
    options.option(&Args::region, "region", "REGION", "only with a fact about this region");
    options.option(&Args::state, "state", "STATE", "only in this state")
        .choices({"draft", "signed"});
    options.option(&Args::since, "since", "DATE", "only sessions on or after that day");
    options.option(&Args::until, "until", "DATE", "only sessions on or before that day");
    options.option(
        &Args::limit, "limit", "N", "at most so many, 0 for all; 50 unless a client is given"
    );
}

std::optional<ComplaintId> complaint_of(Session& session, const Args& args) {
    if (!args.complaint) {
        return std::nullopt;
    }
    const auto id = ComplaintId::parse(*args.complaint);
    if (!id) {
        throw UsageError("--complaint: a number such as CO-0001 was expected");
    }
    return session.get<clients::Directory>().get_complaint(session, *id).id;
}

std::int64_t limit_of(const Args& args) {
    if (!args.limit) {
        return args.client ? -1 : most_of_a_practice;
    }
    if (*args.limit < 0) {
        throw UsageError("--limit: a number from 0 on was expected");
    }
    return *args.limit == 0 ? -1 : *args.limit;
}

soap::NoteFilter filter_of(Session& session, const Args& args) {
    const auto midnight = [&session](const Date& day) {
        return session.zone().at(CivilTime{.date = day}).instant;
    };
    soap::NoteFilter filter{.state = args.state, .technique = args.technique};
    if (args.client) {
        filter.client = session.get<clients::Directory>().get(session, *args.client).id;
    }
    filter.complaint = complaint_of(session, args);
    if (args.technique) {
        static_cast<void>(soap::TemplateBook::load(session).get_technique(*args.technique));
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
    filter.limit = limit_of(args);
    return filter;
}

bool is_filtered(const Args& args) {
    return args.client || args.complaint || args.technique || args.region || args.state ||
           args.since || args.until;
}

Result run(Session& session, const Args& args) {
    auto filter = filter_of(session, args);
    const auto limit = filter.limit;
    filter.limit = limit < 0 ? limit : limit + 1; // one more tells whether there are more
    auto notes = soap::list_notes(session.db(), filter);
    if (limit >= 0 && notes.size() > static_cast<std::size_t>(limit)) {
        notes.pop_back();
        session.say("there are more: --limit 0 shows all");
    }
    auto table = soap::note_table(session, notes);
    if (is_filtered(args)) {
        table.when_empty = "no note answers to that";
    }
    return table;
}

} // namespace

Card note_list_command() {
    return command<Args>({
        .summary = "list notes, the newest session first",
        .examples =
            {"praxis note list --client maria",
             "praxis note list --state draft",
             "praxis note list --technique hot-stone --since -30d --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
