// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "record/records.hpp"
#include "referral.hpp"
#include "reply/reply.hpp"

#include <praxis/attachment.hpp>

#include <iterator>
#include <utility>

namespace praxis::referrals {
namespace {

bool is_wanted(const Referral& referral, const ChartRequest& request) {
    if (request.complaint && referral.complaint != request.complaint) {
        return false;
    }
    if (request.since && referral.created.civil().date < *request.since) {
        return false;
    }
    // Readers outside the practice see only referrals that were sent.
    return request.audience == Audience::file ||
           (referral.state != "draft" && referral.state != "ready" && referral.state != "void");
}

/// What other professionals wrote is not handed on to a third one.
bool shows_reports(const ChartRequest& request) {
    return request.audience != Audience::provider;
}

void add_reports(Session& session, const Referral& referral, std::vector<Block>& blocks) {
    for (const auto& reply : all_replies(session.db(), referral.id)) {
        blocks.emplace_back(Heading{3, referral.id.str() + ": " + title_of(reply)});
        blocks.emplace_back(facts_of(reply));
    }
    for (const auto& attachment : attachments_of(session, referral.id.str())) {
        blocks.emplace_back(Paragraph{
            referral.id.str() + " has the attachment " + attachment.id.str() + ": " +
            attachment.name + "."});
    }
}

ChartPart write_referrals(Session& session, const ChartRequest& request) {
    Grid grid{
        "", {{"Referral"}, {"Created"}, {"To or from"}, {"Reason"}, {"State"}, {"Reply by"}}, {}};
    std::vector<Block> reports;
    auto all = all_referrals(session.db(), {.client = request.client});
    for (auto referral = all.rbegin(); referral != all.rend(); ++referral) {
        if (!is_wanted(*referral, request)) {
            continue;
        }
        const auto provider = get_provider(session.db(), referral->provider);
        grid.rows.push_back(
            {referral->id.str(),
             referral->created.civil().date.iso(),
             (is_incoming(*referral) ? "from " : "") + provider.name + ", " +
                 display_name(provider.profession),
             is_incoming(*referral) && !shows_reports(request) ? "" : on_one_line(referral->reason),
             display_name(referral->state),
             referral->reply_by.iso()}
        );
        if (shows_reports(request)) {
            add_reports(session, *referral, reports);
        }
    }
    ChartPart part;
    if (!grid.rows.empty()) {
        part.blocks.emplace_back(std::move(grid));
    }
    std::move(reports.begin(), reports.end(), std::back_inserter(part.blocks));
    return part;
}

} // namespace

ChartSection referrals_section() {
    return {.name = "referrals", .title = "Referrals", .order = 800, .write = write_referrals};
}

} // namespace praxis::referrals
