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
    options.option(&Args::technique, "technique", "ID", "only rules about this technique")
        .letter('t')
        .completed_by(safety::complete_technique)
        .flag(&Args::all, "all", "also rules that are switched off");
}

bool is_about(const soap::RuleFacts& rule, const std::optional<std::string>& technique) {
    return !technique || rule.techniques.empty() ||
           std::find(rule.techniques.begin(), rule.techniques.end(), *technique) !=
               rule.techniques.end();
}

std::string names(const std::vector<std::string>& techniques) {
    return techniques.empty() ? "all" : join(techniques, ", ");
}

Value signing_check_of(const soap::RuleFacts& rule) {
    return rule.gates_all || !rule.gates.empty() ? Value{names(rule.gates)} : Value{};
}

/// As `praxis safety check` names it.
std::string verdict_of(const soap::RuleFacts& rule) {
    return rule.kind == "local" ? std::string{soap::verdict_name(soap::Verdict::local)} : rule.kind;
}

std::vector<Value> row_of(const soap::RuleFacts& rule) {
    return {
        rule.rule,
        rule.kind + (rule.enabled ? "" : ", off"),
        verdict_of(rule) + (rule.enabled ? "" : ", off"),
        names(rule.techniques),
        signing_check_of(rule),
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
        {"kind", "Kind", Align::left, true},
        {"verdict", "Verdict"},
        {"techniques", "Techniques"},
        {"gate", "Signing check"},
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
            " rules have not been reviewed by a qualified therapist"
        );
    }
    table.when_empty = "no rule is about this technique. This does not mean that it is safe.";
    return table;
}

} // namespace

CommandSpec safety_rules_command() {
    return command<Args>({
        .summary = "list the contraindication rules with their sources",
        .details =
            "Rules are text files in schemas/safety/rules and in data plugins. A data plugin "
            "can also switch on rules that are off, and add stops to the signing check.",
        .examples =
            {"praxis safety rules",
             "praxis safety rules --technique hot-stone --fields rule,gate,citations"},
        .exits = {{Exit::not_found, "there is no such technique"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
