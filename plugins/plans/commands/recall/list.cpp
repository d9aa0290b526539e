// SPDX-License-Identifier: MIT
#include "plan/clients_of.hpp"
#include "recall/recall.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace plans;

constexpr int days_ahead = 7;

struct Args {
    std::optional<std::string> client;
    std::optional<Date> until;
};

void options(Options<Args>& given) {
    given.option(&Args::client, "client", "CLIENT", "only this client");
    given
        .option(
            &Args::until, "until", "DATE", "due on or before that day; default: the next 7 days"
        )
        .future();
}

Table empty_table() {
    return {
        .columns =
            {{"client", "Client"},
             {"client_name", "Name"},
             {"last_session", "Last seen"},
             {"due", "Due"},
             {"late", "Late"},
             {"reason", "By"},
             {"contact", "Contact"},
             {"plan", "Plan", Align::left, true}},
        .rows = {},
        .when_empty = "nobody is due: praxis recall list --until \"in 4 weeks\""};
}

std::string late_text(Date due, Date today) {
    const auto days = static_cast<int>((today.days() - due.days()).count());
    return days > 0 ? days_text(days) : "";
}

Table::Row
row_of(Session& session, const DueVisit& visit, const std::string& name, const Contact& contact) {
    return make_row(
        visit.client.str(),
        name,
        visit.last_session ? Value{visit.last_session->iso()} : Value{},
        visit.due.iso(),
        text_or_null(late_text(visit.due, session.today())),
        visit.reason,
        contact.text,
        visit.plan ? Value{visit.plan->str()} : Value{}
    );
}

void report_not_asked(Session& session, int number, const std::string& client) {
    if (number > 0) {
        session.report(
            std::to_string(number) + (number == 1 ? " client was" : " clients were") +
            " not asked how to contact them: praxis client edit " + client + " --contact-by phone"
        );
    }
}

Result run(Session& session, const Args& args) {
    auto visits = due_visits(session, args.until.value_or(session.today().plus_days(days_ahead)));
    auto& directory = session.get<clients::Directory>();
    if (args.client) {
        const auto client = directory.get(session, *args.client).id;
        std::erase_if(visits, [&](const auto& visit) { return visit.client != client; });
    }
    const auto names = directory.distinct_names(session, clients_of(visits));
    auto table = empty_table();
    int not_asked = 0;
    std::string first_not_asked;
    auto name = names.begin();
    for (const auto& visit : visits) {
        const auto contact = contact_of(session, visit.client);
        if (!contact.asked && not_asked++ == 0) {
            first_not_asked = visit.client.str();
        }
        table.rows.push_back(row_of(session, visit, *name++, contact));
    }
    report_not_asked(session, not_asked, first_not_asked);
    return table;
}

} // namespace

CommandSpec recall_list_command() {
    return command<Args>({
        .summary = "list the clients who are due for a visit",
        .details = "A visit is due on the day that the last note names, otherwise by the frequency "
                   "of the plan, otherwise by habit: the usual time between the last sessions of a "
                   "client with at least three in a year. Clients whose plan is on hold, who were "
                   "discharged or archived are left out. Contact details are those that the client "
                   "prefers or agreed to.",
        .examples =
            {"praxis recall list",
             "praxis recall list --until \"in 4 weeks\"",
             "praxis recall list --client maria --until \"in 8 weeks\""},
        .exits = {{Exit::not_found, "there is no such client"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
