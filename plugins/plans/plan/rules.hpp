// SPDX-License-Identifier: MIT
/// What plans are judged by, from the files of "plan-rule/1" (schemas/plans/rules).
#pragma once
#include <praxis/session.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans {

/// What the work with a technique is meant to do.
struct Purpose {
    std::string id;
    std::string name;
    std::vector<std::string> terms; // other words for it
    std::string source;
};

/// When a course without important change, or one that gets worse, is pointed out.
struct TrendRule {
    int important_points = 0; // NPRS
    int important_percent = 0;
    int least_first_value = 0; // NPRS
    int worse_in_a_row = 0;
    std::vector<std::string> phases; // in which improvement is expected
    std::vector<std::string> sources;
};

struct PlanRules {
    TrendRule trend;
    std::vector<double> review_shares; // of the planned sessions, in rising order
    std::vector<std::string> review_sources;
    std::vector<Purpose> purposes;

    /// The id of the purpose with that id, name or term.
    /// errors  UsageError that lists the purposes
    [[nodiscard]] std::string get_purpose(std::string_view text) const;

    /// "less muscle tension"; the id when no file has the purpose any more.
    [[nodiscard]] std::string purpose_name(const std::string& id) const;
};

/// errors  PluginError naming a file that lacks a value, a source or has one of another kind
PlanRules load_rules(Session& session);

/// The rules of one file, added to those read before.
/// errors  as load_rules()
void read_rules(const ContributedFile& file, PlanRules& rules);

} // namespace praxis::plans
