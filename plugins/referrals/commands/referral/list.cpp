// SPDX-License-Identifier: MIT
#include "referral.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::optional<std::string> client;
    std::optional<std::string> to;
    std::optional<std::string> state;
    bool open = false;
    bool incoming = false;
    bool outgoing = false;
};

void options(Options<Args>& given) {
    given.option(&Args::client, "client", "CLIENT", "only this client's referrals");
    given.option(&Args::to, "to", "PROVIDER", "only referrals to or from this provider");
    given.option(&Args::state, "state", "STATE", "only referrals in this state").choices(states());
    given.flag(
        &Args::open, "open", "only those that are not closed, declined, lost, cancelled or void"
    );
    given.flag(&Args::incoming, "incoming", "only those that you received");
    given.flag(&Args::outgoing, "outgoing", "only those that you wrote");
}

ReferralFilter filter_of(Session& session, const Args& args) {
    ReferralFilter filter;
    if (args.client) {
        filter.client = session.get<clients::Directory>().get(session, *args.client).id;
    }
    if (args.to) {
        filter.provider = get_current_provider(session, *args.to).id;
    }
    filter.state = args.state;
    filter.open_only = args.open;
    if (args.incoming != args.outgoing) {
        filter.direction = args.incoming ? Direction::incoming : Direction::outgoing;
    }
    return filter;
}

Result run(Session& session, const Args& args) {
    Table table{
        .columns =
            {{"id", "Id"},
             {"made_on", "Created", Align::left, true},
             {"client", "Client"},
             {"client_name", "Name"},
             {"provider", "Provider", Align::left, true},
             {"direction", "Direction", Align::left, true},
             {"to", "To or from"},
             {"urgency", "Urgency"},
             {"type", "Type", Align::left, true},
             {"state", "State"},
             {"reply_by", "Reply by"},
             {"complaint", "Complaint", Align::left, true},
             {"reason", "Reason"},
             {"uuid", "UUID", Align::left, true}},
        .rows = {},
        .when_empty = "no referral"};
    const auto referrals = all_referrals(session.db(), filter_of(session, args));
    std::vector<ClientId> clients;
    clients.reserve(referrals.size());
    for (const auto& referral : referrals) {
        clients.push_back(referral.client);
    }
    const auto names = session.get<clients::Directory>().full_names(session, clients);
    auto name = names.begin();
    for (const auto& referral : referrals) {
        table.rows.push_back(
            {referral.id.str(),
             referral.created.civil().date.iso(),
             referral.client.str(),
             *name++,
             referral.provider.str(),
             name_of(referral.direction),
             (is_incoming(referral) ? "from " : "") +
                 get_provider(session.db(), referral.provider).name,
             referral.urgency,
             referral.type,
             referral.state,
             referral.reply_by.iso(),
             referral.complaint ? Value{referral.complaint->str()} : Value{},
             referral.reason,
             referral.uuid}
        );
    }
    return table;
}

} // namespace

CommandSpec referral_list_command() {
    return command<Args>({
        .summary = "list referrals, newest first",
        .examples =
            {"praxis referral list",
             "praxis referral list --client maria --open",
             "praxis referral list --to \"Ana Kim\" --state sent",
             "praxis referral list --incoming --open"},
        .exits = {{Exit::not_found, "there is no such client or provider"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
