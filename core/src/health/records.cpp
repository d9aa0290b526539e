// SPDX-License-Identifier: MIT
#include "base/sql_names.hpp"
#include "health/health.hpp"
#include "practice/file.hpp"
#include "practice/table_guard.hpp"
#include "practice/verify_migrations.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>
#include <praxis/records.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <optional>

namespace praxis::health {
namespace {

constexpr std::size_t most_findings = 20; // findings that a check lists; it counts the others

std::string summary_of(const std::vector<std::string>& findings) {
    const auto listed = std::min(findings.size(), most_findings);
    auto text =
        join({findings.begin(), findings.begin() + static_cast<std::ptrdiff_t>(listed)}, "; ");
    if (listed < findings.size()) {
        text += "; and " + std::to_string(findings.size() - listed) + " more";
    }
    return text;
}

Check check_of(
    std::string name, const std::vector<std::string>& findings, std::string ok, std::string fix
) {
    if (findings.empty()) {
        return {std::move(name), Severity::ok, std::move(ok), {}};
    }
    return {std::move(name), Severity::wrong, summary_of(findings), std::move(fix)};
}

/// The lines of a pragma without its line "ok".
std::vector<std::string> complaints(SQLite::Database& db, const std::string& pragma) {
    auto lines = all_rows(statement(db, "PRAGMA " + pragma), [](auto& query) {
        return column_text(query, 0);
    });
    std::erase(lines, "ok");
    return lines;
}

/// FTS5 runs this check as an INSERT, which writes nothing (SQLite FTS5, "integrity-check"). So it
/// needs its own turn among the writers.
std::vector<std::string> broken_indexes(SQLite::Database& db, const std::string& path) {
    std::vector<std::string> broken;
    db.exec("PRAGMA query_only = OFF");
    std::optional<LockedTransaction> turn{std::in_place, db, path};
    for (const auto& index : practice::full_text_indexes(db)) {
        try {
            db.exec("INSERT INTO " + index + " (" + index + ") VALUES ('integrity-check')");
        } catch (const SQLite::Exception& error) {
            broken.push_back(index + ": " + error.what());
        }
    }
    turn.reset();
    db.exec("PRAGMA query_only = ON");
    return broken;
}

/// The same when another window gives the records a new key after this one opened them.
std::vector<std::string> broken_indexes(HostSession& session) {
    try {
        return broken_indexes(session.db(), session.practice_path());
    } catch (const SQLite::Exception&) {
        session.begin_reading(); // opens the practice with its present key
        session.end_reading();
        return broken_indexes(session.db(), session.practice_path());
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

std::string count(std::int64_t number, const std::string& of) {
    return std::to_string(number) + " " + of;
}

/// A record that cannot be read is a finding too and must not hide other findings.
std::vector<std::string> findings_of(const RecordCheck& check, Session& session) {
    try {
        return check.find(session);
    } catch (const std::exception& error) {
        return {check.name + " cannot be checked: " + error.what()};
    }
}

constexpr const char* restore =
    "restore a backup to another place and compare: praxis backup restore FILE --into PATH";

} // namespace

practice::Verified verify_records(HostSession& session) {
    session.progress("verifying the journal", 0, 0);
    auto verified = practice::verify_practice(
        session.db(), session.practice_path(), loadable_schemas(session.platform(), session.db())
    );
    const auto add = [&verified](std::vector<std::string> findings) {
        std::move(findings.begin(), findings.end(), std::back_inserter(verified.findings));
    };
    const auto checks = session.all<RecordCheck>();
    for (const auto* check : checks.items) {
        session.progress("checking " + check->name, 0, 0);
        add(findings_of(*check, session));
    }
    for (const auto& missing : checks.unavailable) {
        verified.findings.push_back(
            "the records of '" + missing.plugin + "' were not checked: " + missing.reason
        );
    }
    return verified;
}

std::vector<Check> examine_records(HostSession& session) {
    const bool is_fixed =
        practice::is_on_read_only_medium(practice::local_path(session.practice_path()));
    const auto broken = is_fixed ? std::vector<std::string>{} : broken_indexes(session);
    session.begin_reading(); // all checks see the same moment, whoever writes meanwhile
    auto& db = session.db(); // only now: begin_reading() may open the practice again
    std::vector<Check> checks;
    session.progress("checking the pages", 0, 0);
    checks.push_back(
        check_of("database", complaints(db, "integrity_check(20)"), "its pages are intact", restore)
    );
    if (session.unlocked()) {
        checks.push_back(check_of(
            "encryption",
            complaints(db, "cipher_integrity_check"),
            "every page has its valid code",
            restore
        ));
    }
    session.progress("checking the references", 0, 0);
    checks.push_back(check_of(
        "references",
        complaints(db, "foreign_key_check"),
        "every reference leads to an existing row",
        restore
    ));
    checks.push_back(check_of(
        "full-text search",
        broken,
        is_fixed ? "not checked, because the medium is read-only" : "the indexes match the rows",
        restore
    ));
    auto odd = practice::broken_views(db);
    for (const auto& table : practice::orphan_tables(db)) {
        odd.push_back(table + " belongs to no plugin that this practice knows");
    }
    checks.push_back(check_of("tables", odd, "each table belongs to a plugin", restore));
    const auto verified = verify_records(session);
    checks.push_back(check_of(
        "journal",
        verified.findings,
        count(verified.change_sets, "change sets, ") +
            count(verified.rows, "rows; all are as praxis wrote them"),
        restore
    ));
    checks.push_back(clock(session));
    if (is_test_practice(session.db())) {
        checks.push_back({"practice", Severity::warning, test_practice_means, {}});
    }
    session.end_reading();
    return checks;
}

} // namespace praxis::health
