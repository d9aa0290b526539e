// SPDX-License-Identifier: MIT
#include "course/course_queries.hpp"
#include "measure_queries.hpp"
#include "record/due.hpp"
#include "record/records.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>

namespace praxis::outcomes {

namespace {

constexpr int rank = 900; // what is due
constexpr std::size_t most_lines = 3;

/// Those of open complaints, and those about the client.
std::vector<Measure>
measures_that_matter(std::vector<Measure> measures, const std::vector<clients::Complaint>& open) {
    std::erase_if(measures, [&open](const Measure& measure) {
        return measure.complaint &&
               std::none_of(open.begin(), open.end(), [&measure](const auto& complaint) {
                   return complaint.id == *measure.complaint;
               });
    });
    return measures;
}

std::vector<std::string> ids_of(const std::vector<Measure>& measures) {
    std::vector<std::string> ids;
    for (const auto& measure : measures) {
        if (std::find(ids.begin(), ids.end(), measure.instrument) == ids.end()) {
            ids.push_back(measure.instrument);
        }
    }
    return ids;
}

/// The command asks which complaint when several are open, so the line names it.
std::string command_for(const Due& due, ClientId client, std::size_t open) {
    return "praxis measure record " + client.str() + " " + due.instrument->id +
           (due.complaint && open > 1 ? " --complaint " + due.complaint->str() : "");
}

std::vector<BriefLine> lines_of(Session& session, ClientId client) {
    const auto all = measures_of(session.db(), client);
    if (all.empty()) {
        return {}; // nothing to ask again; the files of instruments are not read
    }
    const auto open = session.get<clients::Directory>().open_complaints(session, client);
    const auto measures = measures_that_matter(all, open);
    const auto instruments = some_instruments(session, ids_of(measures));
    std::vector<BriefLine> lines;
    for (const auto& due : due_instruments(
             instruments, measures, review_day(session.db(), client), session.today()
         )) {
        if (lines.size() < most_lines) {
            lines.push_back(
                {.rank = rank,
                 .label = "Today",
                 .text =
                     command_for(due, client, open.size()) + " (last on " + due.last.iso() + ")"}
            );
        }
    }
    return lines;
}

} // namespace

BriefSource brief_source() {
    return {.name = "outcomes", .lines = lines_of};
}

} // namespace praxis::outcomes
