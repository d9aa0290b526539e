// SPDX-License-Identifier: MIT
#include "health/health.hpp"

#include <praxis/error.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

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

/// In a damaged practice a check itself may fail: that is a finding too.
std::vector<Check> records(HostSession& session) {
    try {
        return examine_records(session);
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
