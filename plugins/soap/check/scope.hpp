// SPDX-License-Identifier: MIT
/// Finds diagnoses without a named clinician: they are outside a massage therapist's scope of
/// practice. The terms of diagnosis and the ways to name a clinician are data (schemas/soap/scope).
/// The linter only warns; it never changes or blocks a note.
/// source  voxoap.com, documentation for cash-pay massage: an impression is worded as a finding;
///         scribd 349851685, a massage association's sample referral letter: massage therapists
///         assess and do not diagnose (S-63 and S-64 of schemas/soap/scope/diagnosis.toml)
#pragma once
#include "check/scope_vocabulary.hpp"
#include "note/note_index.hpp"
#include "template/template.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// Terms with their inflections, and what to write instead.
struct ScopePhrase {
    std::vector<std::string> terms;  // each one word or several: "disc bulge"
    std::vector<std::string> except; // longer terms that are not a diagnosis: "no diagnosis of"
    std::string instead;             // the same as a finding
    std::string source;              // the id of one of the file's sources, or "(k)"
};

/// A damaged structure of the body: "rotator cuff is torn".
struct ScopeDamage {
    std::vector<std::string> structures; // "rotator cuff"
    std::vector<std::string> states;     // "torn"
    std::vector<std::string> between;    // allowed between the two, in either order: "is"
    std::string instead;
    std::string source;
};

/// "no sign of a fracture" is a finding.
struct ScopeDenial {
    std::vector<std::string> terms;   // before a term of diagnosis: "no"
    std::vector<std::string> through; // allowed between: "sign", "of"
};

/// How a note names the clinician who made a diagnosis.
struct Attribution {
    std::vector<std::string> cues;        // before the clinician: "per", "diagnosed ... by"
    std::vector<std::string> verbs;       // after the clinician: "found", "wrote"
    std::vector<std::string> between;     // allowed between a cue and the clinician: "her"
    std::vector<std::string> titles;      // before a name: "Dr."
    std::vector<std::string> professions; // before or after a name: "physiotherapist"
    std::vector<std::string> credentials; // after a name, in capitals: "MD"
    std::vector<std::string> particles;   // small words inside names: "van", "de"
    std::vector<std::string> stops;       // end of the clinician's statement: "but"
    std::vector<std::string> turns;       // the same, directly after a comma: ", it looks like"
    std::vector<std::string>
        nothing; // the clinician made no diagnosis: "found nothing", "to be" confirmed
};

/// One file of schemas/soap/scope, or of a data plugin.
struct ScopeFile {
    std::string id;
    std::string name;
    int version = 1;
    std::vector<std::string> sources;
    std::vector<std::string> parts; // of the note, where its terms count
    std::string says;               // the text of the warning: "is a word of diagnosis"
    std::vector<ScopePhrase> phrases;
    std::vector<ScopeDamage> damages;
    ScopeDenial denial;
    Attribution attribution;
    std::string origin; // plugin that contributed it
};

/// Reads one file. Mistakes go into `problems`, with line and column.
/// errors  Refused with line and column when the text is not TOML
ScopeFile
read_scope(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// A term of diagnosis without a named clinician.
struct ScopeFinding {
    std::string term; // as the file lists them
    std::string says;
    std::string instead;

    bool operator==(const ScopeFinding&) const = default;
};

class ScopeLinter {
  public:
    /// Takes the terms of all files. A clinician that one file recognises counts for the terms of
    /// all.
    explicit ScopeLinter(const std::vector<ScopeFile>& files);

    /// Of the files of `note-scope/1`: ours, and those of data plugins.
    static ScopeLinter load(Session& session);

    /// The terms without a named clinician in a text of that part of the note, each term once.
    [[nodiscard]] std::vector<ScopeFinding>
    find(std::string_view text, std::string_view part) const;

  private:
    void list(const std::vector<std::string>& phrases, const ScopeRemark& remark, bool harmless);
    void add_attribution(const Attribution& attribution);
    void add_cues(const std::vector<std::string>& cues);

    ScopeVocabulary vocabulary_;
};

/// The warnings for a note's facts.
std::vector<Problem>
find_scope_warnings(const ScopeLinter& linter, const std::vector<Entry>& entries);

} // namespace praxis::soap
