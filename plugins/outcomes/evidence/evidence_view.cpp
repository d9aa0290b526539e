// SPDX-License-Identifier: MIT
#include "course/course.hpp"
#include "evidence/evidence.hpp"
#include "instrument/instrument.hpp"

#include <praxis/chart.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

using Object = Value::Object;

constexpr int section_level = 2;
constexpr std::size_t most_rules = 8; // the page stays one page

std::string plain_names(const std::vector<std::string>& ids) {
    auto names = ids.empty() ? "all techniques" : join(ids, ", ");
    std::replace(names.begin(), names.end(), '-', ' ');
    return names;
}

std::string subtitle_of(Session& session, const Evidence& evidence) {
    std::vector<std::string> parts{evidence.client.id.str()};
    if (evidence.client.born) {
        parts.push_back("born " + evidence.client.born->iso());
    }
    for (const auto& complaint : evidence.complaints) {
        const auto phase = phase_of(complaint, session.today());
        parts.push_back(complaint.title + (phase.empty() ? "" : ", " + phase));
    }
    return join(parts, " · ");
}

/// "WHO 2023, chronic pain: ... Certainty: low. [R-60]"
std::string statement_text(const Statement& statement) {
    return statement.title + (statement.phase.empty() ? "" : ", " + statement.phase + " pain") +
           ": " + statement.says + " Certainty: " + statement.certainty +
           (statement.state.empty() ? "" : "; " + statement.state) + ". [" +
           join(statement.sources, ", ") + "]";
}

void add_statements(Document& document, const Evidence& evidence) {
    document.add(Heading{section_level, "What guidelines state"});
    Bullets bullets;
    for (const auto& statement : evidence.statements) {
        bullets.items.push_back(statement_text(statement));
    }
    if (bullets.items.empty()) {
        document.add(Paragraph{"No statement is stored for this complaint."});
    } else {
        document.add(std::move(bullets));
    }
}

Grid responses_grid() {
    return {
        "",
        {{"Technique"},
         {"n", Align::right},
         {"Less within", Align::right},
         {"Range", Align::right},
         {"n", Align::right},
         {"Less by next", Align::right},
         {"Few?"}},
        {}};
}

std::vector<std::string> response_row(const Effect& response) {
    return {
        plain_names({response.name}),
        std::to_string(response.within.count),
        summary_text(response.within),
        spread_text(response.within),
        std::to_string(response.until_next.count),
        summary_text(response.until_next),
        response.is_few() ? "few" : ""};
}

/// A table for each complaint that notes name.
void add_responses(Session& session, Document& document, const Evidence& evidence) {
    document.add(Heading{section_level, "This client's own response: pain"});
    if (evidence.responses.empty()) {
        document.add(Paragraph{
            "No signed session" + (evidence.asked ? " for " + evidence.asked->str() : "") +
            " has pain before and after the work."});
        return;
    }
    std::vector<Grid> grids;
    const Effect* previous = nullptr;
    for (const auto& response : evidence.responses) {
        if (previous == nullptr || previous->complaint != response.complaint) {
            grids.push_back(responses_grid());
            grids.back().caption = "For " + complaint_text(session, response.complaint);
        }
        grids.back().rows.push_back(response_row(response));
        previous = &response;
    }
    for (auto& grid : grids) {
        document.add(std::move(grid));
    }
    document.add(Paragraph{
        "Mean ± spread (standard deviation) of the drop, within the session and to before the next "
        "one for the same complaint.",
        Tone::small});
}

std::string rule_text(const RuleLine& line) {
    return std::string{soap::verdict_name(line.verdict)} + ", " + plain_names(line.techniques) +
           ": " + line.why + (line.found.empty() ? "" : " (" + line.found + ")") +
           (line.rule.empty() || line.verdict == soap::Verdict::fits ? "" : " [" + line.rule + "]");
}

void add_rules(Document& document, const Evidence& evidence) {
    document.add(Heading{section_level, "What the rules report"});
    Bullets bullets;
    for (const auto& line : evidence.rules) {
        if (bullets.items.size() < most_rules) {
            bullets.items.push_back(rule_text(line));
        }
    }
    if (bullets.items.empty()) {
        document.add(Paragraph{"Nothing. This does not mean that there is nothing."});
        return;
    }
    document.add(std::move(bullets));
    if (evidence.rules.size() > most_rules) {
        document.add(Paragraph{
            std::to_string(evidence.rules.size() - most_rules) +
                " more: praxis technique suggest " + evidence.client.id.str(),
            Tone::small});
    }
}

std::string sources_of(const Evidence& evidence) {
    std::vector<std::string> citations;
    for (const auto& statement : evidence.statements) {
        for (const auto& citation : statement.citations) {
            if (std::find(citations.begin(), citations.end(), citation) == citations.end()) {
                citations.push_back(citation);
            }
        }
    }
    return join(citations, "; ");
}

Value summary_value(const Summary& summary) {
    if (summary.count == 0) {
        return Object{{"n", 0}};
    }
    return Object{
        {"n", summary.count},
        {"mean", summary.mean},
        {"spread", summary.spread},
        {"least", summary.least},
        {"most", summary.most}};
}

Value list_of(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

Value statements_value(const Evidence& evidence) {
    Value::Array list;
    for (const auto& statement : evidence.statements) {
        list.emplace_back(Object{
            {"id", statement.id},
            {"title", statement.title},
            {"year", statement.year},
            {"phase", text_or_null(statement.phase)},
            {"says", statement.says},
            {"certainty", statement.certainty},
            {"state", text_or_null(statement.state)},
            {"sources", list_of(statement.citations)}});
    }
    return list;
}

Value responses_value(const Evidence& evidence) {
    Value::Array list;
    for (const auto& response : evidence.responses) {
        list.emplace_back(Object{
            {"complaint", response.complaint ? Value{response.complaint->str()} : Value{}},
            {"technique", response.name},
            {"within", summary_value(response.within)},
            {"until_next", summary_value(response.until_next)},
            {"few", response.is_few()}});
    }
    return list;
}

Value rules_value(const Evidence& evidence) {
    Value::Array list;
    for (const auto& line : evidence.rules) {
        list.emplace_back(Object{
            {"verdict", std::string{soap::verdict_name(line.verdict)}},
            {"techniques", list_of(line.techniques)},
            {"why", line.why},
            {"found", text_or_null(line.found)},
            {"rule", text_or_null(line.rule)}});
    }
    return list;
}

} // namespace

Document evidence_document(Session& session, const Evidence& evidence) {
    auto document = new_document(session, "Reasons for " + evidence.client.full_name);
    document.subtitle = subtitle_of(session, evidence);
    document.footer = evidence.client.full_name + " · Reasons";
    add_statements(document, evidence);
    add_responses(session, document, evidence);
    add_rules(document, evidence);
    document.add(Heading{section_level, "What is unknown"});
    document.add(Bullets{evidence.unknown});
    const auto sources = sources_of(evidence);
    document.add(Paragraph{
        (sources.empty() ? "" : "Sources: " + sources + ". ") +
            "praxis diagnoses nothing, and the decision is yours.",
        Tone::small});
    return document;
}

Value evidence_value(const Evidence& evidence) {
    Value::Array complaints;
    for (const auto& complaint : evidence.complaints) {
        complaints.emplace_back(complaint.id.str());
    }
    return Object{
        {"client", evidence.client.id.str()},
        {"complaints", std::move(complaints)},
        {"statements", statements_value(evidence)},
        {"responses", responses_value(evidence)},
        {"rules", rules_value(evidence)},
        {"unknown", list_of(evidence.unknown)}};
}

} // namespace praxis::outcomes
