// SPDX-License-Identifier: MIT
#include "plan/summary.hpp"

#include "plan/technique_line.hpp"

#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::plans {
namespace {

std::string readable(std::string text) {
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::vector<PlanSession> signed_sessions(const PlanView& view) {
    auto sessions = view.sessions;
    std::erase_if(sessions, [](const auto& one) { return !one.is_signed; });
    return sessions;
}

/// "6 sessions from 2026-11-20 to 2027-01-29"
std::string sessions_text(const std::vector<PlanSession>& sessions) {
    if (sessions.empty()) {
        return "no signed session";
    }
    const auto first = sessions.front().began.civil().date.iso();
    const auto last = sessions.back().began.civil().date.iso();
    return std::to_string(sessions.size()) + (sessions.size() == 1 ? " session" : " sessions") +
           (first == last ? " on " + first : " from " + first + " to " + last);
}

/// "deep tissue (6), myofascial release (4)": how many sessions used each.
std::string techniques_text(const std::vector<PlanSession>& sessions) {
    std::vector<std::pair<std::string, int>> used;
    for (const auto& session : sessions) {
        for (const auto& technique : session.techniques) {
            const auto known = std::find_if(used.begin(), used.end(), [&](const auto& one) {
                return one.first == technique;
            });
            if (known == used.end()) {
                used.emplace_back(technique, 1);
            } else {
                ++known->second;
            }
        }
    }
    std::vector<std::string> texts;
    for (const auto& [technique, count] : used) {
        texts.push_back(readable(technique) + " (" + std::to_string(count) + ")");
    }
    return join(texts, ", ");
}

std::string purposes_text(const PlanView& view) {
    std::vector<std::string> names;
    for (const auto& line : view.plan.techniques) {
        for (const auto& purpose : line.purposes) {
            auto name = view.rules.purpose_name(purpose);
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }
    return join(names, "; ");
}

std::string pain_text(const PlanView& view) {
    const auto& pain = view.progress.pain;
    if (!pain) {
        return {};
    }
    const auto& rule = view.rules.trend;
    return std::to_string(pain->first) + " -> " + std::to_string(pain->last) +
           " of 10 before the session (" + (is_important_improvement(*pain, rule) ? "" : "not ") +
           "an important improvement: " + std::to_string(rule.important_points) + " points or " +
           std::to_string(rule.important_percent) + " %)";
}

void add(Facts& facts, const char* label, const std::string& value) {
    if (!value.empty()) {
        facts.items.emplace_back(label, value);
    }
}

Facts person_facts(Session& session, const PlanView& view) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, view.plan.client);
    const auto complaint = directory.get_complaint(session, view.plan.complaint);
    std::vector<std::string> causes;
    for (const auto& cause : complaint.causes) {
        causes.push_back(readable(cause));
    }
    Facts facts;
    add(facts, "Client", client.full_name);
    add(facts, "Born", client.born ? client.born->iso() : "");
    add(facts, "Complaint", complaint.title);
    add(facts, "Causes", join(causes, ", "));
    const auto first = view.plan.began.civil().date.iso();
    const auto last = view.plan.closed->civil().date.iso();
    add(facts, "Care", first == last ? first : first + " to " + last);
    add(facts, "Reason for ending", readable(view.plan.closing->reason));
    return facts;
}

Facts treatment_facts(const PlanView& view) {
    const auto sessions = signed_sessions(view);
    Facts facts;
    add(facts, "Sessions", sessions_text(sessions));
    add(facts, "Techniques", techniques_text(sessions));
    add(facts, "Purpose", purposes_text(view));
    return facts;
}

Facts status_facts(const PlanView& view) {
    Facts facts;
    add(facts, "Pain", pain_text(view));
    add(facts, "Progress", view.plan.closing->progress);
    add(facts, "At discharge", view.plan.closing->status);
    return facts;
}

/// "Ines Moreau, massage therapist, licence LMT-1044": details only for the user of today.
std::string signer_text(Session& session, const Closing& closing) {
    std::vector<std::string> parts{closing.user_name};
    if (const auto& user = session.user(); user.id == closing.user) {
        if (!user.profession.empty()) {
            parts.push_back(user.profession);
        }
        if (!user.licence.empty()) {
            parts.push_back("licence " + user.licence);
        }
    }
    return join(parts, ", ");
}

/// A part of the chart that another plugin writes, or another part of this one.
void add_section(Session& session, const PlanView& view, const char* name, Document& document) {
    const auto* section = session.find<ChartSection>(name);
    if (section == nullptr) {
        return;
    }
    auto part = section->write(
        session,
        {.client = view.plan.client,
         .audience = Audience::provider,
         .complaint = view.plan.complaint,
         .since = view.plan.began.civil().date}
    );
    if (!part.blocks.empty()) {
        document.add(Heading{2, section->title});
        document.add(std::move(part.blocks));
    }
}

} // namespace

Document discharge_summary(Session& session, const PlanView& view) {
    auto document = new_document(session, "Discharge summary");
    document.subtitle = "Plan " + view.plan.id.str();
    document.add(person_facts(session, view));
    document.add(Heading{2, "Treatment"});
    document.add(treatment_facts(view));
    if (auto status = status_facts(view); !status.items.empty()) {
        document.add(Heading{2, "Progress and status"});
        document.add(std::move(status));
    }
    if (auto goals = goal_blocks(session, view.goals, true); !goals.empty()) {
        document.add(Heading{2, "Goals"});
        document.add(std::move(goals));
    }
    for (const auto* name : {"outcomes", "home-care", "referrals"}) {
        add_section(session, view, name, document);
    }
    if (!view.plan.closing->advice.empty()) {
        document.add(Heading{2, "Recommendations"});
        document.add(Bullets{view.plan.closing->advice});
    }
    document.add(Paragraph{
        "This summary reports what was done and observed. It is not a diagnosis.", Tone::small});
    document.add(SignatureLine{signer_text(session, *view.plan.closing), ""});
    return document;
}

Result show_or_write_summary(Session& session, const RecordOutput& output, const PlanView& view) {
    const RecordCopy copy{
        .client = view.plan.client, .what = "discharge summary of " + view.plan.id.str()};
    return show_or_disclose(
        session,
        output,
        "summary",
        view_value(session, view),
        discharge_summary(session, view),
        copy
    );
}

} // namespace praxis::plans
