// SPDX-License-Identifier: MIT
/// Words that lie outside of a massage therapist's scope of practice: a diagnosis that no named
/// clinician stands for. What the words are, and how a clinician is named, is data
/// (schemas/soap/scope). It warns; it never changes a note and never stands in its way.
/// source  S-63, S-64: an impression is worded as a finding; massage therapists assess, and do not
///         diagnose
#pragma once
#include "check/scope_words.hpp"
#include "note/note_index.hpp"
#include "template/template.hpp"

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

/// A structure of the body that is said to be damaged: "rotator cuff is torn".
struct ScopeDamage {
    std::vector<std::string> structures; // "rotator cuff"
    std::vector<std::string> states;     // "torn"
    std::vector<std::string> between;    // may stand between the two, in either order: "is"
    std::string instead;
    std::string source;
};

/// "no sign of a fracture" is a finding.
struct ScopeDenial {
    std::vector<std::string> words;   // before the word of diagnosis: "no"
    std::vector<std::string> through; // may stand between: "sign", "of"
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
    std::vector<std::string> turns;       // the same, right behind a comma: ", it looks like"
    std::vector<std::string> nothing; // no diagnosis of theirs: "found nothing", "to be" confirmed
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
    std::vector<ScopeDamage> damages;
    ScopeDenial denial;
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
    void list(const std::vector<std::string>& phrases, const ScopeRemark& remark, bool harmless);
    void add_attribution(const Attribution& attribution);
    void add_cues(const std::vector<std::string>& cues);

    ScopeWords words_;
};

/// The warnings for a note's facts.
std::vector<Problem> scope_warnings(const ScopeLinter& linter, const std::vector<Entry>& entries);

} // namespace praxis::soap
