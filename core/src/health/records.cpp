// SPDX-License-Identifier: MIT
#include "base/sql_names.hpp"
#include "health/health.hpp"
#include "practice/table_guard.hpp"

#include <praxis/error.hpp>
#include <praxis/records.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

namespace praxis::health {
namespace {

constexpr std::size_t most_findings = 20; // what a person reads; the number says how many there are

std::string in_words(const std::vector<std::string>& findings) {
    const auto shown = std::min(findings.size(), most_findings);
    auto text =
        join({findings.begin(), findings.begin() + static_cast<std::ptrdiff_t>(shown)}, "; ");
    if (shown < findings.size()) {
        text += "; and " + std::to_string(findings.size() - shown) + " more";
    }
    return text;
}

Check check_of(
    std::string name, const std::vector<std::string>& findings, std::string ok, std::string fix
) {
    if (findings.empty()) {
        return {std::move(name), State::ok, std::move(ok), {}};
    }
    return {std::move(name), State::wrong, in_words(findings), std::move(fix)};
}

/// What a pragma lists, but for the one line that says that all is well.
std::vector<std::string> complaints(SQLite::Database& db, const std::string& pragma) {
    auto lines = all_rows(statement(db, "PRAGMA " + pragma), [](auto& query) {
        return column_text(query, 0);
    });
    std::erase(lines, "ok");
    return lines;
}

std::vector<std::string> broken_indexes(SQLite::Database& db) {
    std::vector<std::string> broken;
    // The check is spelled as an insertion, and writes nothing.
    db.exec("PRAGMA query_only = OFF");
    for (const auto& index : practice::full_text_indexes(db)) {
        try {
            db.exec("INSERT INTO " + index + " (" + index + ") VALUES ('integrity-check')");
        } catch (const SQLite::Exception& error) {
            broken.push_back(index + ": " + error.what());
        }
    }
    db.exec("PRAGMA query_only = ON");
    return broken;
}

std::string count(std::int64_t number, const std::string& of) {
    return std::to_string(number) + " " + of;
}

/// A record that cannot even be read is a finding as well, and must not hide the others.
std::vector<std::string> findings_of(const RecordCheck& check, Session& session) {
    try {
        return check.find(session);
    } catch (const std::exception& error) {
        return {check.name + " cannot be looked at: " + error.what()};
    }
}

constexpr const char* restore = "praxis backup restore FILE --into another place, and compare";

} // namespace

practice::Verified verify_records(HostSession& session) {
    practice::Verified verified;
    practice::verify_chain(session.db(), verified);
    practice::verify_rows(session.db(), verified);
    const auto checks = session.all<RecordCheck>();
    for (const auto* check : checks.items) {
        for (auto& finding : findings_of(*check, session)) {
            verified.findings.push_back(std::move(finding));
        }
    }
    for (const auto& missing : checks.unavailable) {
        verified.findings.push_back(
            "the records of '" + missing.plugin + "' were not checked: " + missing.reason
        );
    }
    return verified;
}

std::vector<Check> examine_records(HostSession& session) {
    auto& db = session.db();
    std::vector<Check> checks;
    checks.push_back(check_of(
        "database", complaints(db, "integrity_check(20)"), "its pages hold together", restore
    ));
    if (session.unlocked()) {
        checks.push_back(check_of(
            "encryption",
            complaints(db, "cipher_integrity_check"),
            "every page is what was encrypted",
            restore
        ));
    }
    checks.push_back(check_of(
        "references",
        complaints(db, "foreign_key_check"),
        "every row refers to one that is there",
        restore
    ));
    checks.push_back(
        check_of("full-text search", broken_indexes(db), "the indexes hold together", restore)
    );
    auto odd = practice::broken_views(db);
    for (const auto& table : practice::orphan_tables(db)) {
        odd.push_back(table + " is of no plugin that was ever used here");
    }
    checks.push_back(check_of("tables", odd, "each table has its plugin", restore));
    const auto verified = verify_records(session);
    checks.push_back(check_of(
        "journal",
        verified.findings,
        count(verified.change_sets, "change sets, ") +
            count(verified.rows, "rows: as praxis wrote them"),
        restore
    ));
    return checks;
}

} // namespace praxis::health
