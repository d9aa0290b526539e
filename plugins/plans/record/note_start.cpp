// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"
#include "plan/plan_queries.hpp"
#include "plan/progress.hpp"
#include "record/records.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans {
namespace {

/// The plan that the user named; an empty text: the only plan that is not closed.
Plan plan_named(Session& session, ClientId client, std::string_view value) {
    const auto text = trim(value);
    auto plan = get_plan(session, text.empty() ? client.str() : text);
    if (plan.client != client) {
        throw Refused(
            plan.id.str() + " is not a plan of " + client.str(),
            "praxis plan list --client " + client.str()
        );
    }
    return plan;
}

void check_may_go_on(const Plan& plan) {
    check_is_not_closed(plan);
    const auto holds = holds_of_plan(plan);
    if (!holds.empty()) {
        throw Refused(
            plan.id.str() + " is on hold " + hold_limit(holds.back()) + ": " + holds.back().reason,
            "praxis plan review " + plan.id.str() + " --decision resume --text \"...\""
        );
    }
}

Value block_of(const TechniqueLine& line, const clients::Complaint& complaint) {
    Value block = Value::Object{{"technique", line.technique}};
    const auto& region = line.region.empty() ? complaint.region : line.region;
    const auto& side = line.region.empty() ? complaint.side : line.side;
    if (!region.empty()) {
        block["region"] = region;
    }
    if (!side.empty()) {
        block["side"] = side;
    }
    if (line.length) {
        block["minutes"] = static_cast<std::int64_t>(line.length->count());
    }
    return block;
}

Value body_of(const Plan& plan, const clients::Complaint& complaint) {
    std::vector<std::string> techniques;
    Value::Array blocks;
    for (const auto& line : plan.techniques) {
        if (std::find(techniques.begin(), techniques.end(), line.technique) == techniques.end()) {
            techniques.push_back(line.technique);
        }
        blocks.push_back(block_of(line, complaint));
    }
    Value body = Value::Object{{"technique", Value::Array(techniques.begin(), techniques.end())}};
    if (plan.session_length) {
        body["minutes"] = static_cast<std::int64_t>(plan.session_length->count());
    }
    if (!blocks.empty()) {
        body["block"] = std::move(blocks);
    }
    if (const auto& frequency = phase_of(plan).frequency) {
        body["plan"] = Value::Object{{"frequency", frequency_text(*frequency)}};
    }
    return body;
}

/// "PL-0001, relief, session 4 of 6. Suspended until R-0001 is answered: ..."
std::string remark_of(Session& session, const Plan& plan) {
    const auto sessions = sessions_of(session.db(), plan);
    const auto progress = progress_of(plan, sessions, load_rules(session), session.today());
    auto text = plan.id.str() + ", " + phase_of(plan).name + ", " + counter_text(progress);
    for (const auto& hold : suspended_parts(plan)) {
        text += ". Suspended " + hold_limit(hold) + ": " + hold.what;
    }
    if (progress.review_due) {
        text += ". Re-assessment is due: praxis plan review " + plan.id.str();
    }
    return text;
}

soap::NoteProposal propose(Session& session, ClientId client, std::string_view value) {
    const auto plan = plan_named(session, client, value);
    check_may_go_on(plan);
    const auto complaint = session.get<clients::Directory>().get_complaint(session, plan.complaint);
    return {
        .body = body_of(plan, complaint),
        .complaint = plan.complaint,
        .began = std::nullopt,
        .remark = remark_of(session, plan)};
}

} // namespace

soap::NoteStart note_start() {
    return {.name = "plan", .propose = propose};
}

} // namespace praxis::plans
