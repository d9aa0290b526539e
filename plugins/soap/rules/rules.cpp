// SPDX-License-Identifier: MIT
#include "rules/rules.hpp"

#include "template/contributed.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap::suggest {

namespace {

Rule* find_rule(std::vector<RuleFile>& files, const std::string& id) {
    for (auto& file : files) {
        for (auto& rule : file.rules) {
            if (file.id + "/" + rule.id == id) {
                return &rule;
            }
        }
    }
    return nullptr;
}

void report_unknown(Session& session, const std::string& rule, const std::string& id, auto& known) {
    const auto meant = did_you_mean(id, known);
    session.report(
        "rule " + rule + ": the technique " + id + " is not installed" +
        (meant ? ": did you mean " + *meant + "?" : "")
    );
}

/// Replaces the names by the ids of the concepts that have that id or belong to that group.
void expand(
    std::vector<std::string>& names,
    const std::vector<clients::ConceptSummary>& concepts,
    const std::string& rule,
    std::vector<std::string>& unknown
) {
    std::vector<std::string> ids;
    for (const auto& name : names) {
        const auto before = ids.size();
        for (const auto& each : concepts) {
            const auto& groups = each.groups;
            if (each.concept_id == name ||
                std::find(groups.begin(), groups.end(), name) != groups.end()) {
                ids.push_back(each.concept_id);
            }
        }
        if (ids.size() == before) {
            unknown.push_back("rule " + rule + ": there is no concept " + name);
        }
    }
    names = std::move(ids);
}

/// What all callers need of the files, with a report of what does not fit together.
void complete(Session& session, std::vector<RuleFile>& files) {
    for (const auto& unknown : switch_on(files)) {
        session.report(unknown);
    }
    for (const auto& unknown :
         expand_groups(files, session.get<clients::Concepts>().all(session))) {
        session.report(unknown);
    }
}

} // namespace

std::vector<std::string> switch_on(std::vector<RuleFile>& files) {
    std::vector<std::string> unknown;
    for (const auto& file : files) {
        for (const auto& id : file.enable) {
            if (auto* const rule = find_rule(files, id)) {
                rule->enabled = true;
            } else {
                unknown.push_back(file.id + ": enable: unknown rule " + id);
            }
        }
        for (const auto& id : file.gate) {
            auto* const rule = find_rule(files, id);
            if (rule == nullptr || rule->kind != Kind::stop) {
                unknown.push_back(file.id + ": gate: " + id + " is not a rule of kind stop");
                continue;
            }
            rule->gates_all = true;
        }
    }
    return unknown;
}

std::vector<std::string>
expand_groups(std::vector<RuleFile>& files, const std::vector<clients::ConceptSummary>& concepts) {
    std::vector<std::string> unknown;
    for (auto& file : files) {
        for (auto& rule : file.rules) {
            for (auto& when : rule.when) {
                for (auto* const list : {&when.concepts, &when.with}) {
                    expand(*list, concepts, file.id + "/" + rule.id, unknown);
                }
            }
        }
    }
    return unknown;
}

bool is_gated(const Rule& rule, const std::string& technique) {
    return rule.gates_all ||
           std::find(rule.gates.begin(), rule.gates.end(), technique) != rule.gates.end();
}

std::vector<std::string> citations_of(const std::vector<std::string>& ids, const RuleFile& file) {
    std::vector<std::string> citations;
    for (const auto& id : ids) {
        const auto found =
            std::find_if(file.sources.begin(), file.sources.end(), [&id](const auto& source) {
                return source.starts_with(id + ":");
            });
        citations.push_back(found == file.sources.end() ? id : *found);
    }
    return citations;
}

void report_unknown_techniques(
    Session& session, const std::vector<RuleFile>& files, const std::vector<std::string>& known
) {
    for (const auto& file : files) {
        for (const auto& rule : file.rules) {
            std::set<std::string> ids{rule.techniques.begin(), rule.techniques.end()};
            ids.insert(rule.gates.begin(), rule.gates.end());
            for (const auto& id : ids) {
                if (std::find(known.begin(), known.end(), id) == known.end()) {
                    report_unknown(session, file.id + "/" + rule.id, id, known);
                }
            }
        }
    }
}

std::vector<RuleFile> load_rules(Session& session, const TemplateBook& book) {
    auto files = load_contributed<RuleFile>(session, "suggestion/1", read_rules);
    complete(session, files);
    report_unknown_techniques(session, files, book.technique_ids());
    return files;
}

std::vector<RuleFile> load_all_rules(Session& session) {
    std::vector<std::string> left_out;
    std::vector<RuleFile> files;
    try {
        files = read_contributed<RuleFile>(
            session.contributed_files("suggestion/1"), read_rules, left_out
        );
    } catch (const Refused& error) { // a file of praxis itself
        left_out.emplace_back(error.what());
    }
    if (!left_out.empty()) {
        throw PluginError(
            left_out.front() + "; the file may contain a contraindication: correct it first",
            "praxis plugin list"
        );
    }
    complete(session, files);
    return files;
}

} // namespace praxis::soap::suggest
