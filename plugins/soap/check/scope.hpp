// SPDX-License-Identifier: MIT
/// Words that lie outside of a massage therapist's scope of practice: a diagnosis that no named
/// clinician stands for. What the words are, and how a clinician is named, is data
/// (schemas/soap/scope). It warns; it never changes a note and never stands in its way.
/// source  S-63, S-64: an impression is worded as a finding; massage therapists assess, and do not
///         diagnose
#pragma once
#include "note/note_index.hpp"
#include "template/template.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// Words with their inflections, and what to write instead.
struct ScopePhrase {
    std::vector<std::string> words;  // each a word or several: "disc bulge"
    std::vector<std::string> except; // where they say nothing of the kind: "no diagnosis of"
    std::string instead;             // wording as a finding
    std::string source;              // the id of one of the file's sources, or "(k)"
};

/// How a note says whose diagnosis it is.
struct Attribution {
    std::vector<std::string> cues;        // before the clinician: "per", "diagnosed ... by"
    std::vector<std::string> verbs;       // after the clinician: "found", "wrote"
    std::vector<std::string> between;     // may stand between a cue and the clinician: "her"
    std::vector<std::string> titles;      // before a name: "Dr."
    std::vector<std::string> professions; // before or after a name: "physiotherapist"
    std::vector<std::string> credentials; // after a name, in capitals: "MD"
    std::vector<std::string> particles;   // small words inside names: "van", "de"
    std::vector<std::string> stops;       // what stands behind them nobody was named for: "but"
};

/// One file of schemas/soap/scope, or of a data plugin.
struct ScopeFile {
    std::string id;
    std::string name;
    int version = 1;
    std::vector<std::string> sources;
    std::vector<std::string> parts; // of the note, where its words are looked for
    std::string says;               // what is said of them: "is a word of diagnosis"
    std::vector<ScopePhrase> phrases;
    Attribution attribution;
    std::string origin; // plugin that contributed it
};

/// Reads one file; what is wrong with it goes into `problems`, with its line and column.
/// errors  Refused with line and column when the text is no TOML
ScopeFile
read_scope(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Words that were found, and nobody is named for.
struct ScopeFinding {
    std::string words; // as the file lists them
    std::string says;
    std::string instead;

    bool operator==(const ScopeFinding&) const = default;
};

class ScopeLinter {
  public:
    /// Words of all files; a clinician that one file recognises counts for the words of all.
    explicit ScopeLinter(const std::vector<ScopeFile>& files);

    /// Of the files of `note-scope/1`: ours, and those of data plugins.
    static ScopeLinter load(Session& session);

    /// What a text of that part of the note says beyond the scope, each listed word once.
    [[nodiscard]] std::vector<ScopeFinding>
    find(std::string_view text, std::string_view part) const;

  private:
    using Words = std::vector<std::string>;            // folded
    using Phrases = std::multimap<std::string, Words>; // found by their first word

    struct Listed {
        Words words;
        std::string shown;
        std::string says;
        std::string instead;
        std::set<std::string> parts;
        bool harmless = false;
    };

    class Sentence;

    void add_cues(const std::vector<std::string>& cues);

    std::multimap<std::string, Listed> listed_; // found by their first word
    Phrases cues_;
    std::vector<std::pair<Words, Words>> parted_cues_;
    Phrases verbs_;
    Phrases titles_;
    Phrases professions_;
    Phrases credentials_;
    std::set<std::string> between_;
    std::set<std::string> particles_;
    std::set<std::string> stops_;
};

/// The warnings for a note's facts.
std::vector<Problem> scope_warnings(const ScopeLinter& linter, const std::vector<Entry>& entries);

} // namespace praxis::soap
