// SPDX-License-Identifier: MIT
#include "completions.hpp"

#include <praxis/command.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> technique;
    bool all = false;
};

void options(Options<Args>& options) {
    options.option(&Args::technique, "technique", "ID", "those about that technique alone")
        .letter('t')
        .completed_by(safety::complete_technique)
        .flag(&Args::all, "all", "also those that are off");
}

bool is_about(const soap::RuleFacts& rule, const std::optional<std::string>& technique) {
    return !technique || rule.techniques.empty() ||
           std::find(rule.techniques.begin(), rule.techniques.end(), *technique) !=
               rule.techniques.end();
}

std::string names(const std::vector<std::string>& techniques) {
    return techniques.empty() ? "all" : join(techniques, ", ");
}

Value gate_of(const soap::RuleFacts& rule) {
    return rule.gates_all || !rule.gates.empty() ? Value{names(rule.gates)} : Value{};
}

std::vector<Value> row_of(const soap::RuleFacts& rule) {
    return {
        rule.rule,
        rule.kind + (rule.enabled ? "" : ", off"),
        names(rule.techniques),
        gate_of(rule),
        rule.reason,
        join(rule.citations, "; "),
        rule.reviewed,
        rule.enabled,
        rule.plugin,
        rule.version};
}

Result run(Session& session, const Args& args) {
    auto& reasons = session.get<soap::Reasons>();
    auto technique = args.technique;
    if (technique) {
        technique = reasons.technique(session, *technique);
    }
    Table table;
    table.columns = {
        {"rule", "Rule"},
        {"kind", "Kind"},
        {"techniques", "Techniques"},
        {"gate", "Gate"},
        {"reason", "Reason"},
        {"citations", "Sources", Align::left, true},
        {"reviewed", "Reviewed", Align::left, true},
        {"enabled", "Enabled", Align::left, true},
        {"plugin", "Plugin", Align::left, true},
        {"version", "Version", Align::left, true}};
    std::size_t unreviewed = 0;
    for (const auto& rule : reasons.rules(session)) {
        if (rule.kind != "fit" && (rule.enabled || args.all) && is_about(rule, technique)) {
            table.rows.push_back(row_of(rule));
            unreviewed += rule.reviewed ? 0 : 1;
        }
    }
    if (unreviewed > 0) {
        session.report(
            std::to_string(unreviewed) + " of " + std::to_string(table.rows.size()) +
            " were reviewed by no qualified therapist"
        );
    }
    table.when_empty = "no rule speaks against it, which is no all-clear";
    return table;
}

} // namespace

CommandSpec safety_rules_command() {
    return command<Args>({
        .summary = "list the rules that speak against techniques, with their sources",
        .details = "Rules are text files: schemas/safety/rules, and those of data plugins, which "
                   "can also switch on what is off and have more stops asked about at signing.",
        .examples =
            {"praxis safety rules",
             "praxis safety rules --technique hot-stone --fields rule,gate,citations"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
