// SPDX-License-Identifier: MIT
#include "works.hpp"

#include <praxis/sql.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace praxis::outcomes {

namespace {

struct Fragments {
    std::string_view name;
    std::string before;
    std::string after;
    std::string sign; // what a fall counts as
};

const Fragments& measure_of(const std::string& name) {
    static const std::array<Fragments, 3> all{
        Fragments{"pain", "n.pain_before", "n.pain_after", "1"},
        Fragments{"stress", "n.stress_before", "n.stress_after", "1"},
        Fragments{
            "relaxation",
            "json_extract(n.body, '$.subjective.relaxation')",
            "json_extract(n.body, '$.assessment.relaxation_after')",
            "-1"}};
    return *std::find_if(all.begin(), all.end(), [&name](const Fragments& one) {
        return one.name == name;
    });
}

/// The rows of `session`, once for each of their groups: `name`. It begins with the sessions, so
/// praxis reads no other notes.
std::string grouped_by(const std::string& by) {
    if (by == "technique") {
        return "(SELECT DISTINCT s.*, t.value AS name FROM session s"
               " CROSS JOIN json_each(s.techniques) t)";
    }
    if (by == "region") {
        return "(SELECT DISTINCT s.*, r.region AS name FROM session s"
               " CROSS JOIN soap_region r ON r.note = s.note"
               " WHERE r.technique IS NOT NULL AND r.region IS NOT NULL)";
    }
    return "(SELECT s.*, coalesce(c.cause, 'not recorded') AS name FROM session s"
           " LEFT JOIN clients_complaint_cause c ON c.complaint = s.complaint)";
}

/// Count, mean, mean of squares, least and greatest of the numbers that are not NULL.
std::string summary_of(const std::string& number) {
    return "count(" + number + "), avg(" + number + "), avg(" + number + " * 1.0 * " + number +
           "), min(" + number + "), max(" + number + ")";
}

Summary read_summary(SQLite::Statement& row, int index) {
    Summary summary;
    summary.count = column_number(row, index);
    if (summary.count == 0) {
        return summary;
    }
    summary.mean = row.getColumn(index + 1).getDouble();
    summary.least = row.getColumn(index + 3).getDouble();
    summary.most = row.getColumn(index + 4).getDouble();
    if (summary.count > 1) {
        const auto count = static_cast<double>(summary.count);
        const auto variance = row.getColumn(index + 2).getDouble() - summary.mean * summary.mean;
        summary.spread = std::sqrt(std::max(variance, 0.0) * count / (count - 1));
    }
    return summary;
}

} // namespace

std::string effects_statement(const WorksQuestion& question) {
    const auto& measure = measure_of(question.measure);
    // Not "?1 IS NULL OR client = ?1": no index serves both.
    const std::string whose = question.client ? "n.client = ?1" : "?1 IS NULL";
    const std::string complaint = question.each_complaint ? "complaint" : "NULL";
    return "WITH session AS (SELECT note, client, complaint, techniques, (began - ended) * " +
           measure.sign +
           " AS within, (began - lead(began) OVER (PARTITION BY client, complaint"
           " ORDER BY began_at, note)) * " +
           measure.sign +
           " AS until_next, began_at FROM (SELECT n.note, n.client, n.complaint, n.techniques,"
           " n.began_at, " +
           measure.before + " AS began, " + measure.after +
           " AS ended FROM soap_note n WHERE n.state = 'signed' AND " + whose +
           " AND NOT EXISTS (SELECT 1 FROM soap_amendment a"
           "  WHERE a.note = n.note AND a.kind = 'void'))"
           " WHERE began IS NOT NULL) "
           "SELECT name, " +
           complaint + " AS about, count(DISTINCT client), " + summary_of("within") + ", " +
           summary_of("until_next") + " FROM " + grouped_by(question.by) +
           " WHERE (?2 IS NULL OR began_at >= ?2) AND (?3 IS NULL OR began_at < ?3)"
           " GROUP BY about, name ORDER BY about IS NULL, about, count(within) DESC, name";
}

std::vector<Effect> effects_of(SQLite::Database& db, const WorksQuestion& question) {
    auto effects = all_rows(
        statement(db, effects_statement(question), question.client, question.since, question.until),
        [&question](SQLite::Statement& row) {
            constexpr int first = 3;
            constexpr int second = 8;
            const auto complaint = optional_number(row, 1);
            return Effect{
                .by = question.by,
                .name = column_text(row, 0),
                .complaint = complaint ? std::optional{ComplaintId{*complaint}} : std::nullopt,
                .clients = column_number(row, 2),
                .within = read_summary(row, first),
                .until_next = read_summary(row, second)};
        }
    );
    std::erase_if(effects, [](const Effect& effect) {
        return effect.within.count == 0 && effect.until_next.count == 0;
    });
    return effects;
}

} // namespace praxis::outcomes
