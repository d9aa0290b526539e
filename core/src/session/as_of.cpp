// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"

#include <praxis/as_of.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

namespace praxis {

std::optional<Date> find_shown_day(Session& session) {
    const auto* host = dynamic_cast<const HostSession*>(&session); // a test's may be another
    return host == nullptr ? std::nullopt : host->shown_day();
}

std::string read_as_of(Session& session, Date day, const std::function<std::string()>& read) {
    auto& host = host_session(session);
    std::string result;
    {
        const auto past = host.begin_as_of(day.iso());
        result = read();
    }
    host.db().exec("PRAGMA foreign_keys = ON");
    host.forget();
    return result;
}

} // namespace praxis
