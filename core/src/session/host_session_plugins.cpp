// SPDX-License-Identifier: MIT
// What a session gets from plugins: files, services, contributions, events.
#include "plugins/contributed.hpp"
#include "plugins/offers.hpp"
#include "session/host_session.hpp"

namespace praxis {

std::vector<ContributedFile> HostSession::contributed_files(std::string_view point) {
    auto contributed = plugins::contributed_files(platform_, point);
    // Nobody would notice a technique or a rule that is missing.
    for (const auto& message : contributed.left_out) {
        report(message);
    }
    return std::move(contributed.files);
}

void* HostSession::service(std::string_view id) {
    return plugins::get_service(platform_, id);
}

std::vector<const void*>
HostSession::contributions(std::string_view point, std::vector<Unavailable>& unavailable) {
    auto* db = open_practice_.is_open() ? &open_practice_.db() : nullptr;
    return plugins::contributions_to(platform_, db, point, unavailable);
}

std::vector<std::string> HostSession::contributed_names(std::string_view point) {
    return plugins::contributed_names(platform_, point);
}

std::vector<const void*>
HostSession::contributions_named(std::string_view point, std::string_view name) {
    return plugins::contributions_named(platform_, point, name);
}

void HostSession::publish(std::string_view id, std::shared_ptr<const void> event) {
    if (environment_.announce_event) {
        environment_.announce_event(id);
    }
    announcements_.publish(db(), id, std::move(event));
}

} // namespace praxis
