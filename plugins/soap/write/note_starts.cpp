// SPDX-License-Identifier: MIT
#include "write/note_starts.hpp"

#include <praxis/error.hpp>

namespace praxis::soap {

NoteProposal
ask_for_start(Session& session, ClientId client, const std::vector<ContributedValue>& starts) {
    if (starts.empty()) {
        return {};
    }
    const auto& [name, value] = starts.front();
    if (starts.size() > 1) {
        throw UsageError(
            "--" + name + " and --" + starts[1].name + " both give the start of the note",
            "give one of them"
        );
    }
    const auto* start = session.find<NoteStart>(name);
    if (start == nullptr) {
        throw PluginError("no plugin offers the start --" + name, "praxis plugin doctor");
    }
    auto proposal = start->propose(session, client, value);
    if (!proposal.remark.empty()) {
        session.report(proposal.remark);
    }
    return proposal;
}

} // namespace praxis::soap
