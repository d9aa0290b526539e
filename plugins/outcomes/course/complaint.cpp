// SPDX-License-Identifier: MIT
#include "course/course.hpp"
#include "measure_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis::outcomes {

namespace {

constexpr int days_until_chronic = 91; // three months

[[noreturn]] void ask_which(const std::vector<clients::Complaint>& open, ClientId client) {
    std::vector<std::string> lines;
    lines.reserve(open.size());
    for (const auto& complaint : open) {
        lines.push_back("  " + complaint.id.str() + "  " + visible(complaint.title));
    }
    throw UsageError(
        client.str() + " has " + std::to_string(open.size()) + " open complaints. Which one?\n" +
            join(lines, "\n"),
        "add --complaint " + open.front().id.str()
    );
}

} // namespace

ComplaintNames::ComplaintNames(Session& session, ClientId client) {
    for (const auto& open : session.get<clients::Directory>().open_complaints(session, client)) {
        names_.emplace(open.id, "");
    }
    for_each_measure(session.db(), client, [this](const Measure& measure) {
        if (measure.complaint) {
            names_.emplace(*measure.complaint, "");
        }
    });
    for (auto& [id, name] : names_) {
        name = complaint_text(session, id);
    }
}

std::string ComplaintNames::of(const Measure& measure) const {
    return measure.complaint && are_needed() ? names_.at(*measure.complaint) : "";
}

std::optional<ComplaintId>
choose_complaint(Session& session, ClientId client, const std::optional<std::string>& named) {
    auto& directory = session.get<clients::Directory>();
    if (!named) {
        const auto open = directory.open_complaints(session, client);
        if (open.size() > 1) {
            ask_which(open, client);
        }
        return open.empty() ? std::nullopt : std::optional{open.front().id};
    }
    const auto id = ComplaintId::parse(*named);
    const auto hint = "praxis complaint list " + client.str();
    if (!id) {
        throw UsageError("'" + visible(*named) + "' is not the id of a complaint", hint);
    }
    if (directory.get_complaint(session, *id).client != client) {
        throw Refused(id->str() + " is a complaint of another client", hint);
    }
    return id;
}

std::string phase_of(const clients::Complaint& complaint, Date today) {
    if (!complaint.onset) {
        return "";
    }
    return complaint.onset->plus_days(days_until_chronic) < today ? "chronic" : "acute";
}

Subject subject_of(
    Session& session, const Instrument& instrument, const std::optional<ComplaintId>& complaint
) {
    Subject subject;
    if (complaint) {
        const auto found = session.get<clients::Directory>().get_complaint(session, *complaint);
        subject = {.region = found.region, .phase = phase_of(found, session.today())};
    }
    const auto& regions = instrument.only_for.regions;
    if (subject.region.empty() && !regions.empty()) {
        subject.region = regions.front();
    }
    return subject;
}

std::string complaint_text(Session& session, const std::optional<ComplaintId>& complaint) {
    if (!complaint) {
        return "no complaint";
    }
    const auto found = session.get<clients::Directory>().get_complaint(session, *complaint);
    return found.title + " (" + complaint->str() + ")";
}

} // namespace praxis::outcomes
