// SPDX-License-Identifier: MIT
/// What praxis understands of a recorded text: clinical concepts, each with the state in which it
/// applies to the client. The concepts and the wording of the states are data
/// (schemas/clients/concepts, and the files of other plugins, "concept/1" = "FOLDER").
#pragma once
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// How a concept applies to the client; a later state is stronger. Rules stop work for `suspected`
/// and `present`, and ask a question for the others.
///
/// mentioned  only spoken of: a test, a question, a vaccine, work with people who have it
enum class ConceptState { denied, family, past, mentioned, suspected, present };

/// "denied", "family", ...: the names in commands, files and exports.
std::string_view state_name(ConceptState state);
std::optional<ConceptState> state_named(std::string_view name);

struct UnderstoodConcept {
    std::string concept_id; // "venous-thrombosis"
    ConceptState state = ConceptState::present;

    bool operator==(const UnderstoodConcept&) const = default;
};

/// Where the text is recorded. Allergies name substances; two letters such as MI mean one thing as
/// a condition and another as a medicine. An ingredient is what a session puts on the skin: it has
/// what it names, unless that is left out ("nut free", "no almond oil").
enum class TextField { condition, medication, allergy, remark, ingredient };

/// A text, and what its row says about it.
struct TextOfRow {
    std::string text;
    TextField field = TextField::condition;
    /// When the entry began: 2019, 2019-03 or 2019-03-05; empty: not recorded.
    std::string since = {};
    /// ICD-10; empty: none.
    std::string code = {};

    friend bool operator==(const TextOfRow&, const TextOfRow&) = default;
};

struct ConceptSummary {
    std::string concept_id;
    std::string name; // in plain words
    std::string kind; // condition, medicine, allergen
    std::vector<std::string> groups;
    bool reviewed = false; // by a clinician
};

/// What stands in the place of a name: a name, "none known", or no answer at all ("?").
enum class NameAnswer { name, none, unanswered };

class Concepts {
  public:
    static constexpr std::string_view id = "clients.concepts/1";
    virtual ~Concepts() = default;

    /// What the text and the code say: each concept once, with its strongest state, in the order of
    /// the text.
    /// on      the day of the text: "ten days ago" depends on it
    /// errors  PluginError naming a file of concepts that cannot be read
    virtual std::vector<UnderstoodConcept>
    read(Session& session, const TextOfRow& row, Date on) = 0;

    /// What is on record of a row: `stored` (the JSON of the column `concepts`), and unless a
    /// person decided it, what read() gives by the concepts of today.
    virtual std::vector<UnderstoodConcept>
    of_row(Session& session, const TextOfRow& row, Date on, std::string_view stored) = 0;

    virtual NameAnswer answer_in(Session& session, std::string_view name) = 0;

    /// Whether the concept is that one, or belongs to that group of concepts.
    virtual bool is_of(Session& session, std::string_view concept_id, std::string_view wanted) = 0;

    /// Whether there is such a concept or group: a rule that names another one never fires.
    virtual bool knows(Session& session, std::string_view concept_or_group) = 0;

    /// Whether there is a concept of that id.
    virtual bool has(Session& session, std::string_view concept_id) = 0;

    /// All concepts, in the order of the files.
    virtual std::vector<ConceptSummary> all(Session& session) = 0;

    /// In plain words: "blood clot in a vein". The id when no file has the concept any more.
    virtual std::string name(Session& session, std::string_view concept_id) = 0;

    /// The strongest state in which the text has the term, which need be no concept: "no shea
    /// butter" denies shea butter. Nothing when the term is not in the text.
    virtual std::optional<ConceptState>
    state_of(Session& session, std::string_view term, const TextOfRow& row, Date on) = 0;
};

} // namespace praxis::clients
