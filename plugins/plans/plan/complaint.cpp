// SPDX-License-Identifier: MIT
#include "plan/complaint.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <vector>

namespace praxis::plans {
namespace {

clients::Complaint get_open(Session& session, const std::string& text) {
    const auto id = ComplaintId::parse(trim(text));
    if (!id) {
        throw UsageError(
            "--complaint takes the id of a complaint, such as CO-0001", "praxis client show"
        );
    }
    auto complaint = session.get<clients::Directory>().get_complaint(session, *id);
    if (complaint.closed) {
        throw Refused(
            id->str() + " is closed", "praxis complaint close " + id->str() + " --undo reopens it"
        );
    }
    return complaint;
}

clients::Complaint only_open_of(Session& session, ClientId client) {
    auto open = session.get<clients::Directory>().open_complaints(session, client);
    if (open.empty()) {
        throw NotFound(
            client.str() + " has no open complaint",
            "praxis complaint add " + client.str() + " --region REGION --cause CAUSE"
        );
    }
    if (open.size() > 1) {
        std::vector<std::string> ids;
        for (const auto& complaint : open) {
            ids.push_back(complaint.id.str());
        }
        throw Ambiguous(
            client.str() + " has " + std::to_string(open.size()) +
                " open complaints: " + join(ids, ", "),
            "choose one: --complaint " + ids.front()
        );
    }
    session.report("for " + open.front().id.str() + ", the only open complaint");
    return std::move(open.front());
}

} // namespace

clients::Complaint complaint_named(
    Session& session,
    const std::string& client_or_complaint,
    const std::optional<std::string>& given
) {
    auto& directory = session.get<clients::Directory>();
    if (ComplaintId::parse(trim(client_or_complaint))) {
        auto complaint = get_open(session, client_or_complaint);
        session.log_access(complaint.client.str());
        return complaint;
    }
    const auto client = directory.get(session, client_or_complaint).id;
    if (!given) {
        return only_open_of(session, client);
    }
    auto complaint = get_open(session, *given);
    if (complaint.client != client) {
        throw Refused(
            complaint.id.str() + " is a complaint of " + complaint.client.str() + ", not of " +
                client.str(),
            "praxis complaint list " + client.str()
        );
    }
    return complaint;
}

} // namespace praxis::plans
