// SPDX-License-Identifier: MIT
/// The parts of a client's record that can be a reason for or against a technique.
#pragma once
#include <praxis/clients/concepts.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// A recorded text, and what it says of the client.
struct RecordText {
    std::string list; // of all_lists()
    std::string text = {};
    std::vector<clients::UnderstoodConcept> concepts = {};
    std::string origin = {}; // where it is from, for people: "N-0001"
    bool past = false;       // a past condition
    std::optional<ComplaintId> complaint = {};
    std::string key = {};          // distinguishes the same text with another time or dose
    bool of_note = false;          // from the note that is being signed
    std::optional<int> weeks = {}; // since the entry began, if that is recorded
};

/// A value of a block in the note that is being signed.
struct UsedValue {
    std::string technique;
    std::string field; // "lubricant", "point.code"
    std::string text;
    std::optional<double> number = {};       // of temperatures in C
    std::vector<std::string> allergens = {}; // the allergies on record that it belongs to
};

struct Episode {
    ComplaintId id;
    std::vector<std::string> causes = {};
    std::string region = {};
    std::optional<Date> onset = {};
    std::optional<int> days = {}; // since onset
    std::optional<int> pain = {}; // NPRS, after the newest signed session, otherwise before it
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
    bool in_question = true; // about the complaint in question
};

struct Facts {
    ClientId client;
    Date on;
    std::optional<int> age; // in years; the greatest possible one when the birth date is partial
    std::optional<int> least_age;       // differs from `age` only for a partial birth date
    std::vector<std::string> not_asked; // "age", "conditions", "medications", "allergies"
    bool has_permission = false;        // of a guardian
    std::vector<RecordText> texts;
    std::vector<UsedValue> used;
    bool says_no_medication = false; // the note that is being signed
    std::vector<Episode> episodes;
    std::vector<Tried> tried; // oldest first
};

/// The occasion for which the facts are gathered.
struct Occasion {
    Date on; // the day for ages, days since onset, conditions and medication
    /// Only this complaint; the client's health data always count.
    std::optional<clients::Complaint> complaint = {};
    std::optional<NoteId> note = {}; // being signed: its health entries count
};

Facts gather_facts(Session& session, const clients::Client& client, const Occasion& occasion);

} // namespace praxis::soap::suggest
