// SPDX-License-Identifier: MIT
#include "screen/due.hpp"
#include "screen/screen_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis {
namespace {

using namespace safety;

struct Args {
    std::optional<std::string> client;
    bool due = false;
};

void options(Options<Args>& options) {
    options.option(&Args::client, "client", "CLIENT", "only of this client")
        .flag(&Args::due, "due", "instead, the clients for whom a screen is due, and why");
}

std::vector<std::string> names_of(Session& session, const std::vector<ClientId>& clients) {
    return session.get<clients::Directory>().distinct_names(session, clients);
}

std::optional<ClientId> wanted_client(Session& session, const Args& args) {
    return args.client
               ? std::optional{session.get<clients::Directory>().get(session, *args.client).id}
               : std::nullopt;
}

Table list_due(Session& session, const std::optional<ClientId>& client) {
    const auto rule = load_due_rule(session);
    std::vector<DueScreen> all;
    if (!client) {
        all = due_screens(session, rule);
    } else if (auto due = due_screen(session, rule, *client)) {
        all.push_back(std::move(*due));
    }
    std::vector<ClientId> clients;
    clients.reserve(all.size());
    for (const auto& due : all) {
        clients.push_back(due.client);
    }
    const auto names = names_of(session, clients);
    Table table;
    table.columns = {
        {"since", "Since"}, {"client", "Client"}, {"name", "Name"}, {"reason", "Due because"}};
    for (std::size_t i = 0; i < all.size(); ++i) {
        table.rows.push_back({all[i].since.iso(), all[i].client.str(), names[i], all[i].reason});
    }
    table.when_empty = "no red-flag screen is due";
    return table;
}

Table list_recorded(Session& session, const std::optional<ClientId>& client) {
    std::vector<Screen> screens;
    for_each_screen(session.db(), client, [&screens](const Screen& screen) {
        screens.push_back(screen);
    });
    std::reverse(screens.begin(), screens.end());
    std::vector<ClientId> clients;
    clients.reserve(screens.size());
    for (const auto& screen : screens) {
        clients.push_back(screen.client);
    }
    const auto names = names_of(session, clients);
    Table table;
    table.columns = {
        {"id", "Id"},
        {"date", "Date"},
        {"client", "Client"},
        {"name", "Name"},
        {"complaint", "Complaint"},
        {"answers", "Answers"},
        {"urgency", "Action"},
        {"findings", "Flags"}};
    for (std::size_t i = 0; i < screens.size(); ++i) {
        const auto& screen = screens[i];
        table.rows.push_back(
            {screen.id.str(),
             screen.on.iso(),
             screen.client.str(),
             names[i],
             screen.complaint ? Value{screen.complaint->str()} : Value{},
             counts_text(screen),
             screen.urgency ? Value{action_id(*screen.urgency)} : Value{},
             text_or_null(join(findings_in_words(screen), ", "))}
        );
    }
    table.when_empty = "no red-flag screen is recorded: praxis screen record CLIENT";
    return table;
}

Result run(Session& session, const Args& args) {
    const auto client = wanted_client(session, args);
    return args.due ? list_due(session, client) : list_recorded(session, client);
}

} // namespace

CommandSpec screen_list_command() {
    return command<Args>({
        .summary = "list red-flag screens, or the clients for whom one is due",
        .details =
            "A screen is due at the first visit, with a new complaint, after a fall or an accident "
            "that a signed note tells of, and when pain before treatment is up by 2 or more since "
            "the last screen. --due names clients who were seen, or got a complaint, in the last "
            "30 days.",
        .examples =
            {"praxis screen list", "praxis screen list --client maria", "praxis screen list --due"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
