// SPDX-License-Identifier: MIT
#include "retention.hpp"

#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

RetentionRule read_rule(const ContributedFile& file) {
    const auto content = parse_file(file);
    const FileTable rule{file, content};
    rule.allow({"jurisdiction", "name", "years", "minor_until_age", "minor_years", "source"});
    const auto years = [&rule](std::string_view key) {
        constexpr int most = 100;
        const auto number = rule.whole_or_none(key);
        if (!number || *number > most) {
            rule.refuse(key, "number of years from 0 to 100 expected");
        }
        return *number;
    };
    return {
        rule.text("jurisdiction"),
        rule.text("name"),
        years("years"),
        years("minor_until_age"),
        years("minor_years"),
        rule.text("source")};
}

Date years_later(Date day, int years) {
    const auto later = day.day() + std::chrono::years{years};
    return Date{later.ok() ? later : later.year() / std::chrono::March / std::chrono::day{1}};
}

} // namespace

std::optional<RetentionRule> find_retention_rule(Session& session) {
    const auto wanted = fold(session.practice().jurisdiction);
    for (const auto& file : session.contributed_files("retention/1")) {
        auto rule = read_rule(file);
        if (fold(rule.jurisdiction) == wanted) {
            return rule;
        }
    }
    return std::nullopt;
}

Date keep_until(const RetentionRule& rule, Date last_entry, const std::optional<BirthDate>& born) {
    auto until = years_later(last_entry, rule.years);
    if (born) {
        const auto of_age = years_later(born->latest(), rule.minor_until_age);
        if (of_age > last_entry) {
            until = std::max(until, years_later(of_age, rule.minor_years));
        }
    }
    return until;
}

} // namespace praxis::clients
