// SPDX-License-Identifier: MIT
/// What is on record of a client that may speak for a technique or against it.
#pragma once
#include <praxis/clients/directory.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// Words on record, looked through for the words of rules.
struct Words {
    std::string list; // of all_lists()
    std::string text;
    std::string told = {}; // whose words they are, for people: "finding in N-0001"
    bool past = false;     // a condition that is over
    std::optional<ComplaintId> complaint = {};
    std::string key = {}; // tells it from one of the same words, at another time or dose
    bool of_note = false; // it stands in the note that is being signed
};

struct Episode {
    ComplaintId id;
    std::vector<std::string> causes = {};
    std::string region = {};
    std::optional<Date> onset = {};
    std::optional<int> days = {}; // since onset
    std::optional<int> pain = {}; // NPRS, after the newest signed session, or else before it
};

/// A technique in a signed session.
struct Tried {
    std::string technique;
    NoteId note;
    Date on;
    std::string pain = {};              // "6 -> 4"; empty: not recorded
    std::vector<std::string> with = {}; // the session's other techniques
    std::string adverse = {};           // empty: none
    bool amended = false;
    bool in_question = true; // of the complaint that is asked about
};

struct Facts {
    ClientId client;
    Date on;
    std::optional<int> age;
    std::vector<std::string> not_asked; // "conditions", "medications", "allergies"
    std::vector<Words> words;
    std::vector<Episode> episodes;
    std::vector<Tried> tried; // oldest first
};

/// What the facts are gathered for.
struct Occasion {
    Date on; // what ages, days since onset, conditions and medication count to
    /// Of that complaint alone; what is known of the client's health always counts.
    std::optional<clients::Complaint> complaint = {};
    std::optional<NoteId> note = {}; // that is being signed: what it says of health today counts
};

Facts gather(Session& session, const clients::Client& client, const Occasion& occasion);

/// Why there is no consent to a technique.
struct ConsentGap {
    std::string technique;
    std::string what; // "withdrawn", "expired (lower-back)", "none on record"
};

/// What is missing for work on the places; for work on the complaints' regions when none is given.
/// Where there is no consent to anything that
/// is one gap without a technique.
std::vector<ConsentGap> consent_gaps(
    Session& session,
    const Facts& facts,
    const std::vector<std::string>& techniques,
    const std::vector<std::string>& places = {}
);

} // namespace praxis::soap::suggest
