// SPDX-License-Identifier: MIT
#include "plan/rules.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>

namespace praxis::plans {
namespace {

[[noreturn]] void fail(const ContributedFile& file, const std::string& what) {
    throw PluginError(file.path + ": " + what, "praxis plugin doctor " + file.plugin);
}

const Value& get(const ContributedFile& file, const Value& table, std::string_view key) {
    const auto* value = table.find(key);
    if (value == nullptr) {
        fail(file, std::string{key} + " is missing");
    }
    return *value;
}

std::string get_text(const ContributedFile& file, const Value& table, std::string_view key) {
    const auto& value = get(file, table, key);
    if (!value.is_text() || value.as_text().empty()) {
        fail(file, std::string{key} + " is not a text");
    }
    return value.as_text();
}

std::vector<std::string>
get_texts(const ContributedFile& file, const Value& table, std::string_view key) {
    auto texts = get(file, table, key).texts();
    if (texts.empty()) {
        fail(file, std::string{key} + " is not a list of texts");
    }
    return texts;
}

int get_number(const ContributedFile& file, const Value& table, std::string_view key) {
    const auto& value = get(file, table, key);
    if (!value.is_integer() || value.as_integer() < 1 || value.as_integer() > 1000) {
        fail(file, std::string{key} + " is not a number from 1 to 1000");
    }
    return static_cast<int>(value.as_integer());
}

TrendRule read_trend(const ContributedFile& file, const Value& table) {
    return {
        .important_points = get_number(file, table, "important_points"),
        .important_percent = get_number(file, table, "important_percent"),
        .least_first_value = get_number(file, table, "least_first_value"),
        .worse_in_a_row = get_number(file, table, "worse_in_a_row"),
        .phases = get_texts(file, table, "phases"),
        .sources = get_texts(file, table, "source")};
}

std::vector<double> read_shares(const ContributedFile& file, const Value& table) {
    const auto& list = get(file, table, "shares");
    std::vector<double> shares;
    for (const auto& share : list.is_array() ? list.as_array() : Value::Array{}) {
        if (!share.is_number() || share.as_number() <= 0 || share.as_number() > 1) {
            fail(file, "shares has a value that is not above 0 and at most 1");
        }
        shares.push_back(share.as_number());
    }
    if (shares.empty()) {
        fail(file, "shares is not a list of numbers");
    }
    std::sort(shares.begin(), shares.end());
    return shares;
}

Purpose read_purpose(const ContributedFile& file, const Value& table) {
    return {
        .id = get_text(file, table, "id"),
        .name = get_text(file, table, "name"),
        .terms = table.texts_at("terms"),
        .source = get_text(file, table, "source")};
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
    const auto content = parse_toml(file.text, file.path);
    if (const auto* trend = content.find("trend")) {
        rules.trend = read_trend(file, *trend);
    }
    if (const auto* review = content.find("reassessment")) {
        rules.review_shares = read_shares(file, *review);
        rules.review_sources = get_texts(file, *review, "source");
    }
    const auto* purposes = content.find("purpose");
    if (purposes != nullptr && purposes->is_array()) {
        for (const auto& purpose : purposes->as_array()) {
            rules.purposes.push_back(read_purpose(file, purpose));
        }
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
