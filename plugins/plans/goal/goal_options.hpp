// SPDX-License-Identifier: MIT
/// The options that `goal add` and `goal edit` share.
#pragma once
#include "goal/goal.hpp"
#include "plan/option_text.hpp"

#include <praxis/command.hpp>

#include <optional>

namespace praxis::plans {

struct GoalOptions {
    OptionText measure;
    OptionText unit;
    OptionText from;
    OptionText target;
    OptionText by;
    OptionText remark;
};

template <class Args> void add_goal_options(Options<Args>& given) {
    using Text = OptionText Args::*;
    given.option(
        Text{&Args::measure},
        "measure",
        "TEXT",
        "what is measured: \"sitting without a break\"; pain and stress come from the notes"
    );
    given.option(Text{&Args::unit}, "unit", "UNIT", "of the values: \"minutes\"");
    given.option(Text{&Args::from}, "from", "NUMBER", "the value when the goal was set");
    given.option(Text{&Args::target}, "target", "NUMBER", "the value to reach");
    given.option(Text{&Args::by}, "by", "DATE", "the day by which it should be reached");
    given.option(Text{&Args::remark}, "remark", "TEXT", "a remark");
}

bool has_changes(const GoalOptions& given);

/// errors  UsageError, Refused naming the option: values need a measure
void apply_options(Session& session, const GoalOptions& given, Goal& goal);

} // namespace praxis::plans
