// SPDX-License-Identifier: MIT
#include "health/health.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

namespace praxis::health {
namespace {

/// Opens the practice, as every command does: key file, passphrase, anchor. `is_open` tells whether
/// the records can be examined; an altered practice is open, too.
Check opening(HostSession& session, bool& is_open) {
    is_open = false;
    try {
        const auto misfit = session.open_to_examine();
        is_open = true;
        if (misfit) {
            return {
                "opening",
                Severity::wrong,
                *misfit,
                "restore a backup: praxis backup list; or, if you know the reason: praxis doctor "
                "--accept-loss"};
        }
        return {
            "opening", Severity::ok, session.practice_path() + " opens and no change is lost", {}};
    } catch (const PracticeError& error) {
        return {"opening", Severity::wrong, error.what(), error.hint()};
    }
}

/// Finds records from the future: the clock is wrong now, or was wrong when they were written.
Check clock(HostSession& session) {
    const auto last =
        first_row(statement(session.db(), "SELECT max(at) FROM core_change_set"), [](auto& query) {
            return column_instant(query, 0);
        });
    constexpr auto slack = std::chrono::hours{24};
    if (last && *last > session.now() + slack) {
        return {
            "clock",
            Severity::warning,
            "the last change has the time " + session.zone().at(*last).iso() +
                ", which is in the future",
            "check this machine's clock: timedatectl"};
    }
    return {"clock", Severity::ok, "no record is from the future", {}};
}

/// In a damaged practice a check itself may fail: that is a finding too.
std::vector<Check> records(HostSession& session) {
    try {
        auto checks = examine_records(session);
        checks.push_back(clock(session));
        if (is_test_practice(session.db())) {
            checks.push_back({"practice", Severity::warning, test_practice_means, {}});
        }
        return checks;
    } catch (const SQLite::Exception& error) {
        return {
            {"database",
             Severity::wrong,
             std::string{"it cannot be read completely: "} + error.what(),
             "praxis doctor --salvage NEWFILE"}};
    }
}

} // namespace

std::string name_of(Severity severity) {
    return severity == Severity::ok ? "ok" : severity == Severity::warning ? "warning" : "wrong";
}

std::vector<Check> examine(HostSession& session) {
    bool is_open = false;
    std::vector<Check> checks{opening(session, is_open)};
    const auto add = [&](std::vector<Check> more) {
        std::move(more.begin(), more.end(), std::back_inserter(checks));
    };
    if (is_open) {
        add(records(session));
    }
    add(examine_around_the_practice(session));
    return checks;
}

} // namespace praxis::health
