// SPDX-License-Identifier: MIT
#include "screen/screen_queries.hpp"
#include "screen/screen_view.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace safety;

struct Args {
    std::string screen;
};

void options(Options<Args>& options) {
    options.argument(&Args::screen, "SCREEN", "id of the screen, or a client for the newest one");
}

Screen newest_of(Session& session, const std::string& words) {
    const auto client = session.get<clients::Directory>().get(session, words).id;
    const auto screen = newest_screen(session.db(), client, session.today());
    if (!screen) {
        throw NotFound(
            client.str() + " has no red-flag screen", "praxis screen record " + client.str()
        );
    }
    return *screen;
}

Screen get_screen(Session& session, const std::string& words) {
    const auto id = ScreenId::parse(words);
    if (!id) {
        return newest_of(session, words);
    }
    const auto screen = find_screen(session.db(), *id);
    if (!screen) {
        throw NotFound("there is no screen " + id->str(), "praxis screen list");
    }
    return *screen;
}

std::string title_of(Session& session, const Screen& screen) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, screen.client);
    auto title = "Red-flag screen " + screen.id.str() + ", " + client.full_name +
                 (client.born ? ", born " + client.born->iso() : std::string{});
    if (screen.complaint) {
        const auto complaint = directory.get_complaint(session, *screen.complaint);
        title += ": " + complaint.title + " (" + complaint.id.str() + ")";
    }
    return title;
}

Result run(Session& session, const Args& args) {
    const auto screen = get_screen(session, args.screen);
    session.log_access(screen.id.str());
    return screen_view(load_screen_book(session), screen, title_of(session, screen));
}

} // namespace

CommandSpec screen_show_command() {
    return command<Args>({
        .summary = "show a red-flag screen: answers, flags, what to do, sources",
        .examples = {"praxis screen show SC-0001", "praxis screen show maria"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
