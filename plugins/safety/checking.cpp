// SPDX-License-Identifier: MIT
#include "checking.hpp"

#include "override_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace praxis::safety {

namespace {

std::vector<std::string> techniques_of(const std::vector<Work>& work) {
    std::set<std::string> ids;
    for (const auto& each : work) {
        ids.insert(each.technique);
    }
    return {ids.begin(), ids.end()};
}

bool overlaps(const std::vector<std::string>& regions, const std::string& region) {
    return regions.empty() || region.empty() ||
           std::any_of(regions.begin(), regions.end(), [&region](const std::string& other) {
               return region_holds(other, region) || region_holds(region, other);
           });
}

void add_concern(std::vector<CheckedConcern>& concerns, Concern concern, const Question& question) {
    if (!is_about(concern, question.work)) {
        return;
    }
    if (concern.weight != Weight::stop || !concern.technique.empty()) {
        concerns.push_back({.concern = std::move(concern)});
        return;
    }
    for (auto& technique : techniques_of(question.work)) {
        auto each = concern;
        each.technique = std::move(technique);
        if (is_about(each, question.work)) {
            concerns.push_back({.concern = std::move(each)});
        }
    }
}

/// Each of several overrides can cover a part of the work.
void apply_overrides(
    const std::vector<Override>& overrides, const Question& question, CheckedConcern& checked
) {
    const auto& stop = checked.concern;
    std::optional<Override> last;
    bool is_covered = true;
    for (const auto& work : question.work) {
        if (work.technique != stop.technique || !overlaps(stop.regions, work.region)) {
            continue;
        }
        bool work_covered = false;
        for (const auto& made : overrides) {
            if (applies_to(made, stop, work, question.on)) {
                const bool is_current = covers_basis(made, stop);
                (is_current ? last : checked.outdated) = made;
                work_covered = work_covered || is_current;
            }
        }
        is_covered = is_covered && work_covered;
        if (!work_covered && !work.region.empty()) {
            checked.open_regions.push_back(work.region);
        }
    }
    if (is_covered) {
        checked.overridden = last;
        checked.outdated.reset();
    }
}

/// A stop without a rule id could never be overridden.
void refuse_without_rule(const Concern& concern, const std::string& check) {
    if (concern.weight == Weight::stop && concern.rule.empty()) {
        throw PluginError(
            "the check '" + check + "' reports a stop without a rule",
            "praxis plugin list shows the plugins"
        );
    }
}

/// Names the check in the message of an exception that it did not throw on purpose.
std::vector<Concern> run_check(const Check& check, Session& session, const Question& question) {
    try {
        return check.look(session, question);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw PluginError(
            "the check '" + check.name + "' failed: " + error.what(),
            "praxis plugin list shows the plugins; praxis plugin disable PLUGIN switches one off"
        );
    }
}

} // namespace

bool is_about(const Concern& concern, const std::vector<Work>& work) {
    return std::any_of(work.begin(), work.end(), [&concern](const Work& each) {
        return (concern.technique.empty() || concern.technique == each.technique) &&
               overlaps(concern.regions, each.region);
    });
}

std::vector<CheckedConcern> compare_with_overrides(
    SQLite::Database& db, std::vector<Concern> concerns, const Question& question
) {
    std::vector<CheckedConcern> all;
    for (auto& concern : concerns) {
        add_concern(all, std::move(concern), question);
    }
    const auto overrides = overrides_of(db, question.client);
    for (auto& checked : all) {
        if (checked.concern.weight == Weight::stop) {
            apply_overrides(overrides, question, checked);
        }
    }
    return all;
}

std::string describe_override(const Override& made) {
    return "on " + made.made.civil().date.iso() + ", until " + made.last_day.iso() + ": " +
           made.reason;
}

CheckResult run_checks(Session& session, const Question& question, std::string_view leave_out) {
    const auto checks = session.all<Check>();
    std::vector<Concern> concerns;
    for (const auto* const check : checks.items) {
        if (!leave_out.empty() && check->name == leave_out) {
            continue;
        }
        for (auto& concern : run_check(*check, session, question)) {
            refuse_without_rule(concern, check->name);
            concerns.push_back(std::move(concern));
        }
    }
    CheckResult result{
        .concerns = compare_with_overrides(session.db(), std::move(concerns), question),
        .unavailable = checks.unavailable};
    std::stable_sort(
        result.concerns.begin(),
        result.concerns.end(),
        [](const CheckedConcern& left, const CheckedConcern& right) {
            return std::tie(left.concern.weight, left.concern.technique) <
                   std::tie(right.concern.weight, right.concern.technique);
        }
    );
    return result;
}

std::string_view weight_id(Weight weight) {
    static constexpr std::array<std::string_view, 5> ids{
        "stop", "no-consent", "avoid-area", "not-asked", "caution"};
    return ids.at(static_cast<std::size_t>(weight));
}

std::string_view weight_name(Weight weight) {
    static constexpr std::array<std::string_view, 5> names{
        "stop", "no consent", "avoid this area", "not asked", "caution"};
    return names.at(static_cast<std::size_t>(weight));
}

bool forbids_work(const CheckedConcern& checked) {
    switch (checked.concern.weight) {
    case Weight::stop:
        return !checked.overridden;
    case Weight::no_consent:
    case Weight::not_asked:
        return true;
    case Weight::avoid_area:
    case Weight::caution:
        break;
    }
    return false;
}

std::vector<std::string> fixes_for(const std::vector<CheckedConcern>& concerns) {
    std::vector<std::string> fixes;
    for (const auto& each : concerns) {
        const auto& fix = each.concern.fix;
        if (!fix.empty() && std::find(fixes.begin(), fixes.end(), fix) == fixes.end()) {
            fixes.push_back(fix);
        }
    }
    return fixes;
}

std::string override_command(
    ClientId client, const CheckedConcern& stop, Date from, std::optional<NoteId> note
) {
    const auto& concern = stop.concern;
    std::string command = "praxis safety override " + client.str() + " --rule " + concern.rule +
                          " --technique " + concern.technique;
    for (const auto& region : stop.open_regions) {
        command += " --region " + region;
    }
    command += note ? " --note " + note->str() : " --from " + from.iso();
    return command + " --reason \"...\"";
}

} // namespace praxis::safety
