// SPDX-License-Identifier: MIT
#include "retention.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

int number_at(const Value& rule, const char* key, const std::string& path) {
    const auto* number = rule.find(key);
    if (number == nullptr || !number->is_integer() || number->as_integer() < 0 ||
        number->as_integer() > 100) {
        throw Refused(path + ": " + key + " is missing or is not a number of years from 0 to 100");
    }
    return static_cast<int>(number->as_integer());
}

RetentionRule read_rule(const ContributedFile& file) {
    const auto rule = parse_toml(file.text, file.path);
    RetentionRule read{
        rule.text_at("jurisdiction"),
        rule.text_at("name"),
        number_at(rule, "years", file.path),
        number_at(rule, "minor_until_age", file.path),
        number_at(rule, "minor_years", file.path),
        rule.text_at("source")};
    if (read.jurisdiction.empty() || read.source.empty()) {
        throw Refused(file.path + ": jurisdiction or source is missing");
    }
    return read;
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
