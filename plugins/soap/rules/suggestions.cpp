// SPDX-License-Identifier: MIT
#include "rules/suggestions.hpp"

#include "rules/match.hpp"
#include "rules/reasons.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace praxis::soap::suggest {

namespace {

constexpr std::string_view not_reviewed = " (not reviewed by a therapist)";

std::optional<clients::Complaint>
find_complaint(Session& session, ClientId client, const std::optional<std::string>& words) {
    if (!words) {
        return std::nullopt;
    }
    const auto id = ComplaintId::parse(*words);
    if (!id) {
        throw UsageError("--complaint: give a complaint's number such as CO-0001");
    }
    auto complaint = session.get<clients::Directory>().get_complaint(session, *id);
    if (complaint.client != client) {
        throw Refused(
            id->str() + " is not a complaint of " + client.str(),
            "praxis complaint list " + client.str()
        );
    }
    if (complaint.closed) {
        session.report(id->str() + " is closed");
    }
    return complaint;
}

std::vector<std::string>
techniques_of(const TemplateBook& book, const std::optional<std::string>& only) {
    if (only) {
        return {book.get_technique(*only).id};
    }
    return book.technique_ids();
}

/// In capitals, because the result depends on it.
void report_not_asked(Session& session, const Facts& facts) {
    if (facts.not_asked.empty()) {
        return;
    }
    std::vector<std::string> commands;
    for (const auto& what : facts.not_asked) {
        commands.push_back(command_to_record(what, facts.client));
    }
    session.report(
        "NOT RECORDED for " + facts.client.str() + ": " + join(facts.not_asked, ", ") +
        ". Ask the client, then record the answers: " + join(commands, ", ") +
        " (--none-known if there are none)"
    );
}

void report_unknown(Session& session, const Facts& facts) {
    if (facts.episodes.empty()) {
        session.report(
            "no open complaint: few rules can apply (praxis complaint add " + facts.client.str() +
            ")"
        );
    }
    for (const auto& episode : facts.episodes) {
        if (!episode.days) {
            session.report(
                episode.id.str() +
                ": the onset is not recorded: rules about days are not applied (praxis complaint "
                "edit " +
                episode.id.str() + " --onset DATE)"
            );
        }
    }
}

void report_consent(Session& session, const Facts& facts, const std::vector<ConsentGap>& gaps) {
    if (!gaps.empty() && gaps.front().technique.empty()) {
        session.report(
            "no consent to treatment is on record (" + command_to_record_consent(facts.client) + ")"
        );
    }
}

/// A gap without a technique is reported instead of listed.
std::vector<ConsentGap> of_techniques(std::vector<ConsentGap> gaps) {
    gaps.erase(
        std::remove_if(
            gaps.begin(), gaps.end(), [](const auto& gap) { return gap.technique.empty(); }
        ),
        gaps.end()
    );
    return gaps;
}

/// A reason with all techniques that it applies to.
struct Suggestion {
    Reason reason;
    std::vector<std::string> techniques;
};

bool is_same_reason(const Reason& one, const Reason& other) {
    const auto content = [](const Reason& reason) {
        return std::tie(
            reason.verdict,
            reason.rule,
            reason.found,
            reason.why,
            reason.sources,
            reason.citations,
            reason.reviewed,
            reason.note
        );
    };
    return content(one) == content(other);
}

/// One finding is one row, also when it concerns several techniques.
std::vector<Suggestion> merge_techniques(const std::vector<Reason>& reasons) {
    std::vector<Suggestion> suggestions;
    for (const auto& reason : reasons) {
        auto found =
            std::find_if(suggestions.begin(), suggestions.end(), [&reason](const auto& each) {
                return is_same_reason(each.reason, reason);
            });
        if (found == suggestions.end()) {
            suggestions.push_back({reason, {}});
            found = std::prev(suggestions.end());
        }
        if (!reason.technique.empty()) {
            found->techniques.push_back(reason.technique);
        }
    }
    return suggestions;
}

std::vector<Value> row_of(const Suggestion& suggestion) {
    const auto& [reason, techniques] = suggestion;
    const bool marked = reason.reviewed && !*reason.reviewed;
    return {
        Value::Array(techniques.begin(), techniques.end()),
        verdict_name(reason.verdict),
        text_or_null(reason.found),
        reason.why + (marked ? std::string{not_reviewed} : ""),
        text_or_null(join(reason.sources, ", ")),
        reason.reviewed,
        text_or_null(reason.rule),
        reason.note ? Value{reason.note->str()} : Value{},
        Value::Array(reason.citations.begin(), reason.citations.end())};
}

Table table_of(const std::vector<Reason>& reasons) {
    Table table;
    table.columns = {
        {"techniques", "Technique"},
        {"verdict", "Verdict"},
        {"found", "On record"},
        {"why", "Why"},
        {"source", "Source"},
        {"reviewed", "Reviewed", Align::left, true},
        {"rule", "Rule", Align::left, true},
        {"note_id", "Note", Align::left, true},
        {"citations", "Citations", Align::left, true}};
    for (const auto& suggestion : merge_techniques(reasons)) {
        table.rows.push_back(row_of(suggestion));
    }
    table.when_empty = "no reason found; this does not mean that there is none";
    return table;
}

} // namespace

Table list_suggestions(Session& session, const Question& question) {
    const auto client = session.get<clients::Directory>().get(session, question.client);
    const auto book = TemplateBook::load(session);
    const auto techniques = techniques_of(book, question.technique);
    const auto complaint = find_complaint(session, client.id, question.complaint);
    const auto facts =
        gather_facts(session, client, {.on = session.today(), .complaint = complaint});
    report_not_asked(session, facts);
    const auto files = load_rules(session, book);
    const auto gaps = consent_gaps(session, facts, techniques);

    report_unknown(session, facts);
    report_consent(session, facts, gaps);
    if (const auto unnamed = find_unnamed_techniques(files, techniques); !unnamed.empty()) {
        session.report(
            "no contraindication rule covers " + join(unnamed, ", ") +
            ": no finding does not mean no risk"
        );
    }
    session.report("this list shows the record and the rules that match it; you decide");
    return table_of(collect_reasons(facts, files, techniques, of_techniques(gaps)));
}

} // namespace praxis::soap::suggest
