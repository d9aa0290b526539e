// SPDX-License-Identifier: MIT
#include "health/health.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

namespace praxis::health {
namespace {

/// Opens the practice, as every command does: key file, passphrase, anchor.
Check opening(HostSession& session) {
    try {
        session.open(practice::Mode::read);
        return {"opening", State::ok, session.practice_path() + " opens, and has lost nothing", {}};
    } catch (const PracticeError& error) {
        return {"opening", State::wrong, error.what(), error.hint()};
    }
}

/// Of a damaged practice the checks themselves may fail: that is a finding.
std::vector<Check> records(HostSession& session) {
    try {
        return examine_records(session);
    } catch (const SQLite::Exception& error) {
        return {
            {"database",
             State::wrong,
             std::string{"it cannot be read to its end: "} + error.what(),
             "praxis doctor --salvage NEWFILE saves what can be read"}};
    }
}

/// Records from the future: the clock stands wrong now, or stood wrong then.
Check clock(HostSession& session) {
    const auto last =
        first_row(statement(session.db(), "SELECT max(at) FROM core_change_set"), [](auto& query) {
            return column_instant(query, 0);
        });
    constexpr auto slack = std::chrono::hours{24};
    if (last && *last > session.now() + slack) {
        return {
            "clock",
            State::warning,
            "the last change was written at " + session.zone().at(*last).iso() +
                ", which is in the future",
            "set this machine's clock"};
    }
    return {"clock", State::ok, "no record is from the future", {}};
}

} // namespace

std::string name_of(State state) {
    return state == State::ok ? "ok" : state == State::warning ? "warning" : "wrong";
}

std::vector<Check> examine(HostSession& session) {
    std::vector<Check> checks{opening(session)};
    const auto add = [&](std::vector<Check> more) {
        std::move(more.begin(), more.end(), std::back_inserter(checks));
    };
    if (checks.front().state == State::ok) {
        add(records(session));
        add({clock(session)});
    }
    add(examine_around_the_practice(session));
    return checks;
}

} // namespace praxis::health
