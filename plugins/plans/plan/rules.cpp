// SPDX-License-Identifier: MIT
#include "plan/rules.hpp"

#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans {
namespace {

int number_in(const FileTable& table, std::string_view key) {
    constexpr int most = 1000;
    const auto number = table.whole_or_none(key);
    if (!number || *number < 1 || *number > most) {
        table.refuse(key, "number from 1 to 1000 expected");
    }
    return *number;
}

TrendRule read_trend(const FileTable& table) {
    table.allow(
        {"important_points",
         "important_percent",
         "least_first_value",
         "worse_in_a_row",
         "phases",
         "source"}
    );
    return {
        .important_points = number_in(table, "important_points"),
        .important_percent = number_in(table, "important_percent"),
        .least_first_value = number_in(table, "least_first_value"),
        .worse_in_a_row = number_in(table, "worse_in_a_row"),
        .phases = table.texts("phases"),
        .sources = table.texts("source")};
}

std::vector<double> read_shares(const FileTable& table) {
    const auto* const list = table.value().find("shares");
    std::vector<double> shares;
    for (const auto& share :
         list != nullptr && list->is_array() ? list->as_array() : Value::Array{}) {
        if (!share.is_number() || share.as_number() <= 0 || share.as_number() > 1) {
            table.refuse("shares", "each is above 0 and at most 1");
        }
        shares.push_back(share.as_number());
    }
    if (shares.empty()) {
        table.refuse("shares", "list of numbers expected");
    }
    std::sort(shares.begin(), shares.end());
    return shares;
}

Purpose read_purpose(const FileTable& table) {
    table.allow({"id", "name", "terms", "source"});
    return {
        .id = table.text("id"),
        .name = table.text("name"),
        .terms = table.texts_or_none("terms"),
        .source = table.text("source")};
}

} // namespace

std::string PlanRules::get_purpose(std::string_view text) const {
    const auto wanted = fold(text);
    std::vector<std::string> ids;
    for (const auto& purpose : purposes) {
        const bool is_term =
            std::any_of(purpose.terms.begin(), purpose.terms.end(), [&](const auto& term) {
                return fold(term) == wanted;
            });
        if (wanted == purpose.id || wanted == fold(purpose.name) || is_term) {
            return purpose.id;
        }
        ids.push_back(purpose.id);
    }
    throw UsageError(
        "\"" + std::string{text} + "\" is not a purpose; choose from " + join(ids, ", "),
        "praxis help plan new"
    );
}

std::string PlanRules::purpose_name(const std::string& id) const {
    for (const auto& purpose : purposes) {
        if (purpose.id == id) {
            return purpose.name;
        }
    }
    return id;
}

void read_rules(const ContributedFile& file, PlanRules& rules) {
    const auto content = parse_file(file);
    const FileTable root{file, content};
    root.allow({"version", "reviewed", "trend", "reassessment", "purpose"});
    if (const auto trend = root.table_or_none("trend")) {
        rules.trend = read_trend(*trend);
    }
    if (const auto review = root.table_or_none("reassessment")) {
        review->allow({"shares", "source"});
        rules.review_shares = read_shares(*review);
        rules.review_sources = review->texts("source");
    }
    for (const auto& purpose : root.tables("purpose")) {
        rules.purposes.push_back(read_purpose(purpose));
    }
}

PlanRules load_rules(Session& session) {
    PlanRules rules;
    for (const auto& file : session.contributed_files("plan-rule/1")) {
        read_rules(file, rules);
    }
    return rules;
}

} // namespace praxis::plans
