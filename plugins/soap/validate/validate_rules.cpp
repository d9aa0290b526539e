// SPDX-License-Identifier: MIT
#include "validate/validate_rules.hpp"

#include "note/note_templates.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>

namespace praxis::soap {

namespace {

using Weight = Problem::Weight;

enum class Outcome { no, yes, unknown };

/// A recorded sign counts as present, unless it is no or "none".
bool is_present(const Value& value) {
    if (value.is_bool()) {
        return value.as_bool();
    }
    return !value.is_text() || (value.as_text() != "none" && value.as_text() != "no");
}

Outcome equals_all(const Computed::Rule& rule, const Value& kept) {
    auto evaluate_rule = Outcome::yes;
    for (const auto& [name, wanted] : rule.equals) {
        const auto* const value = kept.find(name);
        if (value == nullptr) {
            evaluate_rule = Outcome::unknown;
        } else if (!(*value == wanted)) {
            return Outcome::no;
        }
    }
    return evaluate_rule;
}

Outcome has_enough(const Computed::Rule& rule, const Value& kept) {
    int present = 0;
    int unknown = 0;
    for (const auto& name : rule.at_least_of) {
        const auto* const value = kept.find(name);
        unknown += value == nullptr ? 1 : 0;
        present += value != nullptr && is_present(*value) ? 1 : 0;
    }
    if (present >= rule.at_least) {
        return Outcome::yes;
    }
    return present + unknown < rule.at_least ? Outcome::no : Outcome::unknown;
}

Outcome evaluate_rule(const Computed::Rule& rule, const Value& kept) {
    const auto equal = equals_all(rule, kept);
    const auto enough = has_enough(rule, kept);
    if (equal == Outcome::no || enough == Outcome::no) {
        return Outcome::no;
    }
    return equal == Outcome::yes && enough == Outcome::yes ? Outcome::yes : Outcome::unknown;
}

std::optional<std::string> compute(const Computed& computed, const Value& kept) {
    for (const auto& rule : computed.rules) {
        const auto outcome = evaluate_rule(rule, kept);
        if (outcome == Outcome::unknown) {
            return std::nullopt;
        }
        if (outcome == Outcome::yes) {
            return rule.value;
        }
    }
    return std::nullopt;
}

/// A note may repeat a computed value, as stored notes do, but not change it.
void refuse_changed_value(
    const Computed& computed,
    const std::optional<std::string>& value,
    const Value& given,
    const std::string& path,
    ValueChecker& checker
) {
    const auto* const written = given.find(computed.name);
    if (written == nullptr || is_unrecorded(*written) ||
        (written->is_text() && value && written->as_text() == *value)) {
        return;
    }
    checker.add(
        Weight::error,
        path + "." + computed.name,
        value ? "praxis computes it from the other fields: it is " + *value
              : "praxis computes it from the other fields, which do not determine it yet",
        "remove " + computed.name,
        written->line()
    );
}

class Rules {
  public:
    Rules(
        const Template& made,
        const Value& given,
        const std::string& path,
        const Place& place,
        const Value& kept,
        ValueChecker& checker
    )
        : made_(made), given_(given), path_(path), place_(place), kept_(kept), checker_(checker) {}

    void apply(const CrossCheck& check) {
        if (check.kind == "differ") {
            check_differ(check);
        } else if (check.kind == "ascending") {
            check_ascending(check);
        } else if (check.kind == "one-of") {
            check_one_of(check);
        } else if (check.kind == "needed") {
            check_confirmed(check, Weight::missing);
        } else if (check.kind == "expected") {
            check_confirmed(check, Weight::warning);
        } else {
            check_heat_dose(check);
        }
    }

  private:
    void add(Weight weight, const std::string& name, std::string message, std::string hint = {}) {
        const auto* const value = given_.find(name);
        checker_.add(
            weight,
            path_ + "." + name,
            std::move(message),
            std::move(hint),
            value == nullptr ? given_.line() : value->line()
        );
    }

    void check_differ(const CrossCheck& check) {
        for (std::size_t later = 1; later < check.fields.size(); ++later) {
            const auto* const value = kept_.find(check.fields[later]);
            for (std::size_t earlier = 0; value != nullptr && earlier < later; ++earlier) {
                const auto* const other = kept_.find(check.fields[earlier]);
                if (other != nullptr && *other == *value) {
                    add(Weight::error, check.fields[later], check.message);
                    return;
                }
            }
        }
    }

    void check_ascending(const CrossCheck& check) {
        const Value* last = nullptr;
        for (const auto& name : check.fields) {
            const auto* const value = kept_.find(name);
            if (value == nullptr || !value->is_number()) {
                continue;
            }
            if (last != nullptr && last->as_number() > value->as_number()) {
                add(Weight::warning, name, check.message);
                return;
            }
            last = value;
        }
    }

    void check_one_of(const CrossCheck& check) {
        const bool found =
            std::any_of(check.fields.begin(), check.fields.end(), [this](const auto& name) {
                const auto* const value = given_.find(name);
                return value != nullptr && !is_unrecorded(*value);
            });
        if (!found && checker_.is_asked(check.only_of_treatments)) {
            checker_.add_missing(
                missing_one_of(fields_of(check), check.message, place_),
                path_ + "." + check.fields.front(),
                check.message,
                "one of " + join(check.fields, ", ") + " " + place_.in_file,
                given_.line()
            );
        }
    }

    [[nodiscard]] std::vector<const Field*> fields_of(const CrossCheck& check) const {
        std::vector<const Field*> fields;
        for (const auto& name : check.fields) {
            if (const auto* field = find_field(made_.fields, name)) {
                fields.push_back(field);
            }
        }
        return fields;
    }

    void check_confirmed(const CrossCheck& check, Weight weight) {
        for (const auto& name : check.fields) {
            const auto* const value = kept_.find(name);
            if (value != nullptr && !is_present(*value)) {
                add(weight, name, check.message);
            }
        }
    }

    /// Uses the next hotter row, so that the warning comes too early rather than too late.
    void check_heat_dose(const CrossCheck& check) {
        const auto temperature = Temperature::parse(kept_.text_at(check.fields[0]));
        const auto* const placed = kept_.find(check.fields[1]);
        if (!temperature || placed == nullptr || check.limits.empty() ||
            temperature->celsius() < check.limits.front().first) {
            return;
        }
        auto limit = std::find_if(
            check.limits.begin(),
            check.limits.end(),
            [celsius = temperature->celsius()](const auto& row) { return row.first >= celsius; }
        );
        if (limit == check.limits.end()) {
            --limit;
        }
        const auto longest = longest_minutes(*placed);
        if (longest > limit->second) {
            add(Weight::warning,
                check.fields[1],
                duration(longest) + " under stones from a bath of " + temperature->str() +
                    ": water of " + Value{limit->first}.plain() + " C burns within " +
                    duration(limit->second),
                check.message);
        }
    }

    static double longest_minutes(const Value& placed) {
        double longest = 0;
        for (const auto& row : placed.is_array() ? placed.as_array() : Value::Array{placed}) {
            const auto* const minutes = row.find("minutes");
            longest = std::max(longest, minutes == nullptr ? 0 : minutes->as_number());
        }
        return longest;
    }

    static std::string duration(double minutes) {
        const bool seconds = minutes < 1;
        const auto number = Value{seconds ? std::round(minutes * 60) : minutes}.plain();
        return number + (seconds ? " seconds" : number == "1" ? " minute" : " minutes");
    }

    const Template& made_;
    const Value& given_;
    const std::string& path_;
    const Place& place_;
    const Value& kept_;
    ValueChecker& checker_;
};

} // namespace

std::vector<std::string> names_of_computed(const Template& made) {
    std::vector<std::string> names;
    for (const auto& computed : made.computed) {
        names.push_back(computed.name);
    }
    return names;
}

void apply_rules(
    const Template& made,
    const Value& given,
    const std::string& path,
    const Place& place,
    Value& kept,
    ValueChecker& checker
) {
    for (const auto& computed : made.computed) {
        auto value = compute(computed, kept);
        refuse_changed_value(computed, value, given, path, checker);
        if (value) {
            kept[computed.name] = std::move(*value);
        }
    }
    Rules rules{made, given, path, place, kept, checker};
    for (const auto& check : made.checks) {
        rules.apply(check);
    }
}

} // namespace praxis::soap
