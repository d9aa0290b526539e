// SPDX-License-Identifier: MIT
#include "rules/reasons.hpp"

#include "note/later_consent.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>

namespace praxis::soap::suggest {

namespace {

bool may_be_acute(const Episode& episode) {
    const auto& causes = episode.causes;
    return !episode.days && std::find(causes.begin(), causes.end(), "injury") != causes.end();
}

void add_not_asked(const Facts& facts, std::vector<Reason>& reasons) {
    for (const auto& what : facts.not_asked) {
        const bool is_age = what == "age";
        reasons.push_back(
            {.technique = {},
             .verdict = Verdict::not_asked,
             .why = (is_age ? "the age is" : what + " are") +
                    " not recorded: a technique without a finding may still be contraindicated",
             .fix = command_to_record(what, facts.client) + (is_age ? "" : " (or --none-known)")}
        );
    }
    for (const auto& episode : facts.episodes) {
        if (may_be_acute(episode)) {
            reasons.push_back(
                {.technique = {},
                 .verdict = Verdict::not_asked,
                 .found = episode.id.str() + ": injury",
                 .why = "the date of the injury is not recorded: it may be acute",
                 .fix = "praxis complaint edit " + episode.id.str() + " --onset DATE"}
            );
        }
    }
}

/// The note says that the client takes no medication today, and the record has some.
void add_contradicted_medication(const Facts& facts, std::vector<Reason>& reasons) {
    if (!facts.says_no_medication) {
        return;
    }
    std::vector<std::string> names;
    for (const auto& text : facts.texts) {
        if (text.list == "medication" && !text.of_note && text.origin.empty()) {
            names.push_back(text.text);
        }
    }
    if (!names.empty()) {
        reasons.push_back(
            {.technique = {},
             .verdict = Verdict::caution,
             .found = "medication: " + join(names, ", "),
             .in_note = true,
             .why = "does the client still take it? The note says no medication today, and the "
                    "record has " +
                    join(names, ", "),
             .fix = "praxis medication edit NUMBER --until DATE, or correct the note"}
        );
    }
}

void add_consent_gaps(
    ClientId client, const std::vector<ConsentGap>& gaps, std::vector<Reason>& reasons
) {
    for (const auto& gap : gaps) {
        reasons.push_back(
            {.technique = gap.technique,
             .verdict = Verdict::no_consent,
             .why = "consent to treatment: " + gap.what,
             .fix = gap.given_later ? command_to_record_consent_on(client, *gap.given_later)
                                    : command_to_record_consent(client)}
        );
    }
}

RuleFacts facts_of(const Rule& rule, const RuleFile& file) {
    return {
        .rule = file.id + "/" + rule.id,
        .kind = std::string{kind_name(rule.kind)},
        .techniques = rule.techniques,
        .gates = rule.gates_all ? rule.techniques : rule.gates,
        .gates_all = rule.gates_all,
        .reason = rule.reason,
        .citations = citations_of(rule.sources, file),
        .reviewed = rule.reviewed,
        .enabled = rule.enabled,
        .plugin = file.origin,
        .version = file.version};
}

class RuleReasons : public Reasons {
  public:
    std::vector<Reason> reasons(Session& session, const ReasonQuestion& question) override {
        const auto client = session.get<clients::Directory>().get(session, question.client);
        const auto facts =
            gather_facts(session, client, {.on = question.on, .note = question.note});
        const auto files = load_all_rules(session);
        report_unknown_techniques(session, files, technique_ids(session));
        auto found = collect_reasons(
            facts,
            files,
            question.techniques,
            consent_gaps(session, facts, question.techniques, question.regions)
        );
        for (const auto& technique : find_unnamed_techniques(files, question.techniques)) {
            found.push_back(
                {.technique = technique,
                 .verdict = Verdict::caution,
                 .why = "no contraindication rule covers it: no finding does not mean no risk"}
            );
        }
        return found;
    }

    std::vector<RuleFacts> rules(Session& session) override {
        std::vector<RuleFacts> rules;
        const auto files = load_all_rules(session);
        report_unknown_techniques(session, files, technique_ids(session));
        for (const auto& file : files) {
            std::transform(
                file.rules.begin(),
                file.rules.end(),
                std::back_inserter(rules),
                [&file](const Rule& rule) { return facts_of(rule, file); }
            );
        }
        return rules;
    }

    std::vector<std::string> techniques(Session& session) override {
        return technique_ids(session);
    }

    std::string technique(Session& session, std::string_view words) override {
        const auto ids = technique_ids(session);
        const auto found = std::find(ids.begin(), ids.end(), words);
        return found != ids.end() ? *found : TemplateBook::load(session).get_technique(words).id;
    }
};

} // namespace

std::vector<Reason> collect_reasons(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques,
    const std::vector<ConsentGap>& gaps
) {
    auto reasons = match_rules(facts, files, techniques);
    auto before = list_past_sessions(facts, techniques);
    std::move(before.begin(), before.end(), std::back_inserter(reasons));
    add_consent_gaps(facts.client, gaps, reasons);
    add_not_asked(facts, reasons);
    add_contradicted_medication(facts, reasons);
    sort_reasons(reasons);
    return reasons;
}

std::string command_to_record(const std::string& what, ClientId client) {
    if (what == "age") {
        return "praxis client edit " + client.str() + " --born DATE";
    }
    const auto noun =
        what == "allergies" ? std::string{"allergy"} : what.substr(0, what.size() - 1);
    return "praxis " + noun + " add " + client.str() + " --name NAME";
}

std::string command_to_record_consent(ClientId client) {
    return "praxis consent record " + client.str() + " --kind treatment";
}

std::shared_ptr<Reasons> make_reasons() {
    return std::make_shared<RuleReasons>();
}

} // namespace praxis::soap::suggest
