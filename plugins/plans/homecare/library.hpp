// SPDX-License-Identifier: MIT
/// What can be given as home care: items, tools, limits, checklists and rules for stopping, all
/// data (schemas/plans/homecare, and the files of other plugins, "home-care/1" = "FOLDER").
#pragma once
#include "homecare/dose.hpp"

#include <praxis/command.hpp>
#include <praxis/session.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans::home {

inline bool holds(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// The sources of an entry. An id that the file does not list is "(k)": common knowledge.
struct Source {
    std::vector<std::string> ids;       // "S-136"
    std::vector<std::string> citations; // in full
    bool reviewed = false;              // by a qualified therapist
};

struct Item {
    std::string id; // unique in all files: "knee-to-chest"
    std::string name;
    std::string category;                // of all_categories()
    std::vector<std::string> areas;      // regions of the body; empty: no place
    std::vector<std::string> tools;      // one of them is needed; empty: none
    std::vector<std::string> more_tools; // all of them are needed besides
    std::vector<std::string> tags;       // ids of tags
    Dose dose;                           // a start that the therapist changes
    std::optional<int> most_minutes;     // a longer time is refused
    std::vector<std::string> steps;      // sentences
    std::string never;                   // sentences; may be empty
    std::string progress;                // how it grows; may be empty
    std::string conflict;                // where the sources disagree; may be empty
    std::string drawing;                 // the name of an SVG file beside its file; may be empty
    std::string drawing_path;
    bool information_only = false;
    bool enabled = true;
    Source source;
    std::string plugin; // that contributed it
    int version = 1;    // of its file
};

struct Tool {
    std::string id; // "foam-roller"
    std::string name;
    std::vector<std::string> words; // what people call it
};

/// What limits look at: "pressure", "warmth".
struct Tag {
    std::string id;
    std::string meaning;
};

/// The id of another entry, and where a file names it.
struct Reference {
    std::string id;
    std::string place; // "FILE:12: limit heat-nerves: tags"
};

/// What entries name, of all files. check_library() looks it up.
struct References {
    std::vector<Reference> items;
    std::vector<Reference> tools;
    std::vector<Reference> tags;
    std::vector<Reference> concepts;
};

/// leave_out: not handed out without a reason. ask: the therapist checks it first. without: the
/// line stays, with the remark.
enum class Verdict { leave_out, ask, without };

/// "leave-out", "ask", "without".
std::string_view verdict_name(Verdict verdict);

/// A condition of a limit: every key given must match, and one entry of a list is enough.
struct When {
    std::vector<std::string> concepts; // ids or groups of the concepts of clients
    std::vector<std::string> in;       // condition, medication, allergy, product, complaint
    std::optional<int> weeks_from;   // since the entry with the concept began; of an entry without
    std::optional<int> weeks_below;  // a beginning, neither matches
    bool weeks_unknown = false;      // the entry has no beginning
    std::vector<std::string> causes; // of a complaint
    std::optional<int> onset_days_up_to; // days since the complaint began
};

/// Takes items out of a client's home care. It concerns the items that any of `items`,
/// `categories`, `tools` and `tags` names, only for work on `areas` if these are given.
struct Limit {
    std::string id;
    Verdict verdict = Verdict::leave_out;
    std::vector<std::string> items;
    std::vector<std::string> categories;
    std::vector<std::string> tools;
    std::vector<std::string> tags;
    std::vector<std::string> areas;
    bool always = false;    // the record does not matter
    std::vector<When> when; // one is enough
    std::string reason;     // for client and therapist, after a colon
    std::string conflict;
    bool enabled = true;
    Source source;
};

struct Question {
    std::string id;
    std::string ask; // "yes" is the good answer
};

struct Checklist {
    std::string id;
    std::string name;
    int again_after_weeks = 0;
    std::vector<Question> questions;
    Source source;
    int version = 1;
};

/// When the client stops and calls. Without areas: always.
struct StopRule {
    std::vector<std::string> areas;
    std::string text;
};

struct Library {
    std::vector<Item> items;
    std::vector<Tool> tools;
    std::vector<Tag> tags;
    std::vector<Limit> limits;
    std::vector<Checklist> checklists;
    std::vector<StopRule> stops;
    std::vector<StopRule> emergencies;
    std::map<std::string, std::string> emergency_numbers; // by country, ISO 3166-1
    References names;

    [[nodiscard]] const Item* find_item(std::string_view id) const;
    [[nodiscard]] const Checklist* find_checklist(std::string_view id) const;
    /// By id, name or another word, folded.
    [[nodiscard]] const Tool* find_tool(std::string_view word) const;
    /// The id when no file has the tool any more.
    [[nodiscard]] std::string tool_name(std::string_view id) const;
};

/// exercise, yoga, self-massage, heat, cold, contrast, posture, ergonomics, relaxation, meditation,
/// diet, after-care
const std::vector<std::string>& all_categories();

/// Adds the content of one file.
/// errors  PluginError with file and line
void read_library(const ContributedFile& file, Library& library);

/// Whether there is such a concept or group of concepts of clients.
using KnowsConcept = std::function<bool(const std::string& id)>;

/// Refuses ids that two files have, and names of items, tools, tags and concepts that do not exist:
/// a limit that names one would never apply.
/// errors  PluginError with file and line
void check_library(const Library& library, const KnowsConcept& knows_concept);

/// errors  PluginError naming the file that cannot be read
Library load_library(Session& session);

/// An item that can be given.
/// word    its id, or its name
/// errors  NotFound, suggesting the nearest id; Refused when it is switched off
const Item& get_item(const Library& library, std::string_view word);

/// By id, name or another word.
/// errors  UsageError with the ids that exist
const Tool& get_tool(const Library& library, std::string_view word);

/// errors  NotFound, suggesting the nearest id
const Checklist& get_checklist(const Library& library, std::string_view word);

/// For the shell's completion.
std::vector<std::string> complete_item(const Completing& half);
std::vector<std::string> complete_tool(const Completing& half);
std::vector<std::string> complete_checklist(const Completing& half);
std::vector<std::string> complete_area(const Completing& half);

} // namespace praxis::plans::home
