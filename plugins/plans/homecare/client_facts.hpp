// SPDX-License-Identifier: MIT
/// The part of a client's record that limits of home care look at.
#pragma once
#include <praxis/clients/concepts.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans::home {

/// A concept with the wider groups it belongs to.
struct KnownConcept {
    std::vector<std::string> ids; // its own first
    clients::ConceptState state = clients::ConceptState::present;
};

/// A recorded text, and what it says of the client.
struct RecordText {
    std::string list; // condition, medication, allergy, product, complaint
    std::string text;
    bool past = false;             // a condition that is over
    std::optional<int> weeks = {}; // since it began; of a whole day only
    std::vector<KnownConcept> concepts;
    bool in_note = false;        // an entry of the last note
    bool of_earlier_day = false; // the note's, and not of today
};

/// A complaint that is open.
struct OpenComplaint {
    std::vector<std::string> causes;
    std::string region;      // empty: not recorded
    std::optional<int> days; // since it began
};

struct ClientFacts {
    std::vector<RecordText> texts;
    std::vector<OpenComplaint> complaints;
    std::vector<std::string> not_asked; // "conditions", "medications", "allergies"
};

ClientFacts gather_facts(Session& session, ClientId client);

} // namespace praxis::plans::home
