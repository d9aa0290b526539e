// SPDX-License-Identifier: MIT
#include "suggest/rules.hpp"

#include "template/contributed.hpp"

#include <praxis/text.hpp>

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

std::vector<std::string> ids_of(const TemplateBook& book) {
    std::vector<std::string> ids;
    for (const auto& technique : book.techniques()) {
        ids.push_back(technique.id);
    }
    return ids;
}

void say_unknown(Session& session, const std::string& rule, const std::string& id, auto& known) {
    const auto meant = did_you_mean(id, known);
    session.say(
        "rule " + rule + ": no technique " + id + " is installed" +
        (meant ? ": did it mean " + *meant + "?" : "")
    );
}

} // namespace

std::vector<std::string> switch_on(std::vector<RuleFile>& files) {
    std::vector<std::string> unknown;
    for (const auto& file : files) {
        for (const auto& id : file.enable) {
            if (auto* const rule = find_rule(files, id)) {
                rule->enabled = true;
            } else {
                unknown.push_back(file.id + ": enable: there is no rule " + id);
            }
        }
    }
    return unknown;
}

std::vector<RuleFile> load_rules(Session& session, const TemplateBook& book) {
    auto files = load_contributed<RuleFile>(session, "suggestion/1", read_rules);
    for (const auto& unknown : switch_on(files)) {
        session.say(unknown);
    }
    const auto known = ids_of(book);
    for (const auto& file : files) {
        for (const auto& rule : file.rules) {
            for (const auto& id : rule.techniques) {
                if (book.find_technique(id) == nullptr) {
                    say_unknown(session, file.id + "/" + rule.id, id, known);
                }
            }
        }
    }
    return files;
}

} // namespace praxis::soap::suggest
