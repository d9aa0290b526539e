// SPDX-License-Identifier: MIT
#include "evidence/evidence.hpp"

#include "course/course.hpp"
#include "measure_queries.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace praxis::outcomes {

namespace {

/// The most severe first; what nobody asked is unknown and listed there.
std::size_t rank_of(soap::Verdict verdict) {
    using soap::Verdict;
    constexpr std::array order{
        Verdict::stop,
        Verdict::no_consent,
        Verdict::local,
        Verdict::caution,
        Verdict::tried_before,
        Verdict::fits,
        Verdict::not_asked};
    const auto* found = std::find(order.begin(), order.end(), verdict);
    return static_cast<std::size_t>(found - order.begin());
}

bool is_same_line(const RuleLine& line, const soap::Reason& reason) {
    return line.verdict == reason.verdict && line.why == reason.why && line.found == reason.found &&
           line.rule == reason.rule;
}

std::vector<soap::Reason> reasons_for(Session& session, const Evidence& evidence) {
    auto& service = session.get<soap::Reasons>();
    soap::ReasonQuestion question{
        .client = evidence.client.id,
        .techniques = service.techniques(session),
        .regions = {},
        .on = session.today()};
    for (const auto& complaint : evidence.complaints) {
        if (!complaint.region.empty()) {
            question.regions.push_back(complaint.region);
        }
    }
    return question.techniques.empty() ? std::vector<soap::Reason>{}
                                       : service.reasons(session, question);
}

std::vector<Statement> statements_for(Session& session, const Evidence& evidence) {
    std::vector<Statement> wanted;
    for (auto& statement : all_statements(session)) {
        const bool about = std::any_of(
            evidence.complaints.begin(),
            evidence.complaints.end(),
            [&](const clients::Complaint& complaint) {
                return !complaint.region.empty() &&
                       is_about(statement, complaint.region, phase_of(complaint, session.today()));
            }
        );
        if (about) {
            wanted.push_back(std::move(statement));
        }
    }
    return wanted;
}

std::string plain_name(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

/// Collects what nobody knows or recorded.
class Unknown {
  public:
    Unknown(Session& session, const Evidence& evidence) : session_(session), evidence_(evidence) {}

    std::vector<std::string> list() {
        add_complaints();
        add_guidelines();
        add_techniques();
        add_function();
        return std::move(lines_);
    }

    /// What nobody asked the client yet.
    void add_not_asked(const std::vector<soap::Reason>& reasons) {
        for (const auto& reason : reasons) {
            const auto what = reason.why.substr(0, reason.why.find(':'));
            const auto line = what + (reason.fix.empty() ? "" : ": " + reason.fix);
            if (reason.verdict == soap::Verdict::not_asked &&
                std::find(lines_.begin(), lines_.end(), line) == lines_.end()) {
                lines_.push_back(line);
            }
        }
    }

  private:
    void add_complaints() {
        if (evidence_.complaints.empty()) {
            lines_.push_back(
                "No complaint is open: praxis complaint add " + evidence_.client.id.str()
            );
        }
        for (const auto& complaint : evidence_.complaints) {
            if (!complaint.onset) {
                lines_.push_back(
                    complaint.id.str() + " has no onset, so acute and chronic statements are shown."
                );
            }
        }
    }

    void add_guidelines() {
        for (const auto& complaint : evidence_.complaints) {
            const auto is_there = [&](const Statement& statement) {
                return !complaint.region.empty() && is_about(statement, complaint.region, "");
            };
            if (std::none_of(evidence_.statements.begin(), evidence_.statements.end(), is_there)) {
                lines_.push_back(
                    "No statement of a guideline is stored for " + complaint.title + "."
                );
            }
        }
        if (!evidence_.statements.empty()) {
            lines_.emplace_back(
                "The statements speak of massage, not of one technique against another."
            );
        }
    }

    void add_techniques() {
        std::set<std::string> used;
        bool few = false;
        for (const auto& response : evidence_.responses) {
            used.insert(response.name);
            few = few || response.is_few();
        }
        std::vector<std::string> never;
        for (const auto& id : session_.get<soap::Reasons>().techniques(session_)) {
            if (!used.contains(id)) {
                never.push_back(plain_name(id));
            }
        }
        if (!never.empty()) {
            lines_.push_back(
                "No session of this client" + for_complaint() +
                " with a number for: " + join(never, ", ") + "."
            );
        }
        if (evidence_.leaves_out_unassigned) {
            lines_.push_back(
                "Sessions whose note names no complaint are not counted here: praxis evidence "
                "show " +
                evidence_.client.id.str()
            );
        }
        if (few) {
            lines_.push_back(
                "Fewer than " + std::to_string(few_sessions) +
                " sessions are few: chance and the natural course can explain them."
            );
        }
    }

    void add_function() {
        if (measures_of(session_.db(), evidence_.client.id, evidence_.asked).empty()) {
            lines_.push_back(
                "What the client can do is not measured" + for_complaint() +
                ": praxis measure record " + evidence_.client.id.str() + " psfs" +
                (evidence_.asked ? " --complaint " + evidence_.asked->str() : "")
            );
        }
    }

    [[nodiscard]] std::string for_complaint() const {
        return evidence_.asked ? " for " + evidence_.asked->str() : "";
    }

    Session& session_;
    const Evidence& evidence_;
    std::vector<std::string> lines_;
};

} // namespace

std::vector<RuleLine> merge_reasons(const std::vector<soap::Reason>& reasons) {
    std::vector<RuleLine> lines;
    for (const auto& reason : reasons) {
        auto found = std::find_if(lines.begin(), lines.end(), [&reason](const RuleLine& line) {
            return is_same_line(line, reason);
        });
        if (found == lines.end()) {
            found = lines.insert(
                lines.end(),
                {.verdict = reason.verdict,
                 .techniques = {},
                 .why = reason.why,
                 .found = reason.found,
                 .rule = reason.rule}
            );
        }
        if (!reason.technique.empty()) {
            found->techniques.push_back(reason.technique);
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const RuleLine& left, const RuleLine& right) {
        return rank_of(left.verdict) < rank_of(right.verdict);
    });
    return lines;
}

Evidence read_evidence(
    Session& session, clients::Client client, const std::optional<ComplaintId>& complaint
) {
    auto& directory = session.get<clients::Directory>();
    Evidence evidence;
    evidence.client = std::move(client);
    evidence.asked = complaint;
    evidence.complaints = directory.open_complaints(session, evidence.client.id);
    if (complaint) {
        evidence.complaints = {directory.get_complaint(session, *complaint)};
    }
    evidence.statements = statements_for(session, evidence);
    evidence.responses = effects_of(
        session.db(),
        {.measure = "pain", .by = "technique", .client = evidence.client.id, .each_complaint = true}
    );
    if (complaint) {
        evidence.leaves_out_unassigned = std::any_of(
            evidence.responses.begin(),
            evidence.responses.end(),
            [](const Effect& effect) { return !effect.complaint; }
        );
        std::erase_if(evidence.responses, [&complaint](const Effect& effect) {
            return effect.complaint != complaint;
        });
    }
    const auto reasons = reasons_for(session, evidence);
    evidence.rules = merge_reasons(reasons);
    std::erase_if(evidence.rules, [](const RuleLine& line) {
        // Both have parts of the page of their own.
        return line.verdict == soap::Verdict::not_asked ||
               line.verdict == soap::Verdict::tried_before;
    });
    Unknown unknown{session, evidence};
    unknown.add_not_asked(reasons);
    evidence.unknown = unknown.list();
    return evidence;
}

} // namespace praxis::outcomes
