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

/// A row for each session and each of its groups: session.note, grouping.name.
std::string grouping_by(const std::string& by) {
    if (by == "technique") {
        return "JOIN (SELECT DISTINCT n.note, t.value AS name FROM soap_note n,"
               " json_each(n.techniques) t) grouping USING (note)";
    }
    if (by == "region") {
        return "JOIN (SELECT DISTINCT note, region AS name FROM soap_region"
               " WHERE technique IS NOT NULL AND region IS NOT NULL) grouping USING (note)";
    }
    return "JOIN (SELECT n.note, coalesce(c.cause, 'not recorded') AS name FROM soap_note n"
           " LEFT JOIN clients_complaint_cause c USING (complaint)) grouping USING (note)";
}

/// Count, mean, mean of squares, least and greatest of the numbers that are not NULL.
std::string summary_of(const std::string& number) {
    return "count(" + number + "), avg(" + number + "), avg(" + number + " * 1.0 * " + number +
           "), min(" + number + "), max(" + number + ")";
}

std::string sql_of(const WorksQuestion& question) {
    const auto& measure = measure_of(question.measure);
    return "WITH session AS (SELECT note, client, (began - ended) * " + measure.sign +
           " AS within, (began - lead(began) OVER (PARTITION BY client, complaint"
           " ORDER BY began_at, note)) * " +
           measure.sign +
           " AS until_next, began_at FROM (SELECT n.note, n.client, n.complaint, n.began_at, " +
           measure.before + " AS began, " + measure.after +
           " AS ended FROM soap_note n WHERE n.state = 'signed' AND (?1 IS NULL OR n.client = ?1)"
           " AND NOT EXISTS (SELECT 1 FROM soap_amendment a"
           "  WHERE a.note = n.note AND a.kind = 'void'))"
           " WHERE began IS NOT NULL) "
           "SELECT grouping.name, count(DISTINCT client), " +
           summary_of("within") + ", " + summary_of("until_next") + " FROM session " +
           grouping_by(question.by) +
           " WHERE (?2 IS NULL OR began_at >= ?2) AND (?3 IS NULL OR began_at < ?3)"
           " GROUP BY grouping.name ORDER BY count(within) DESC, grouping.name";
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

std::vector<Effect> effects_of(SQLite::Database& db, const WorksQuestion& question) {
    auto effects = all_rows(
        statement(db, sql_of(question), question.client, question.since, question.until),
        [&question](SQLite::Statement& row) {
            constexpr int first = 2;
            constexpr int second = 7;
            return Effect{
                .by = question.by,
                .name = column_text(row, 0),
                .clients = column_number(row, 1),
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
