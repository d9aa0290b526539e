// SPDX-License-Identifier: MIT
/// Rules with reasons for and against techniques, as data (schemas/soap/suggestions, and the files
/// of other plugins). Rules only list reasons; the therapist decides.
#pragma once
#include "template/template.hpp"

#include <praxis/clients/concepts.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

enum class Kind { stop, local, caution, fit };

/// "stop", "local" ...: the name in the files.
std::string_view kind_name(Kind kind);

/// A condition. Every given key must match; of a list, one entry is enough.
/// units  age in whole years, days since onset, pain on the NPRS (0-10)
struct When {
    std::vector<std::string> causes;   // of a complaint
    std::vector<std::string> regions;  // of a complaint
    std::vector<std::string> concepts; // ids or groups of the concepts of clients
    std::vector<std::string> with;     // concepts of which one must be on record as well
    std::vector<std::string> in;       // of all_lists(): where the concepts are looked for
    std::optional<int> age_from;
    std::optional<int> age_below;
    std::optional<int> onset_days_from;
    std::optional<int> onset_days_up_to;
    std::optional<int> pain_from;    // after the newest signed session
    std::optional<int> weeks_from;   // since the entry with the concept began; of an entry without
    std::optional<int> weeks_below;  // a beginning, neither matches
    bool weeks_unknown = false;      // the entry has no beginning
    bool without_permission = false; // of a guardian
    /// Fields of the blocks in the note that is being signed, "lubricant" or "point.code". The rule
    /// then concerns the techniques of these blocks.
    std::vector<std::string> fields;
    std::vector<std::string> any; // one of these texts is in the field
    std::optional<double> above;  // the field's number; of temperatures in C
    bool allergen = false;        // the field names something of an allergy on record

    [[nodiscard]] bool asks_for_work() const { return !fields.empty(); }
};

struct Rule {
    std::string id;
    Kind kind = Kind::caution;
    std::vector<std::string> techniques; // empty: all, including those of data plugins
    std::vector<std::string> gates;      // of a stop: those that need an override
    bool gates_all = false;
    std::vector<std::string> work; // regions of the work that it concerns; empty: any
    std::string reason;
    std::vector<std::string> sources; // ids of the file's sources, or "(k)"
    bool reviewed = false;            // by a qualified therapist
    bool enabled = true;
    std::vector<When> when; // one is enough
};

/// One file of schemas/soap/suggestions, or of a data plugin.
struct RuleFile {
    std::string id;
    std::string name;
    int version = 1;
    std::vector<std::string> sources;
    std::vector<std::string>
        enable; // disabled rules of any file to enable: "blocks/heat-in-old-age"
    std::vector<std::string>
        gate; // stops of any file that need an override for all their techniques
    std::vector<Rule> rules;
    std::string origin; // plugin that contributed it
};

/// "condition", "medication", "allergy", "product", "complaint", "finding"
const std::vector<std::string>& all_lists();

/// Reads one file. Mistakes go into `problems`, with line and column.
/// errors  Refused with line and column when the text is not TOML
RuleFile
read_rules(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Applies `enable` and `gate` of all files.
/// returns  a message for each id that names no rule, or a rule that is not a stop
std::vector<std::string> switch_on(std::vector<RuleFile>& files);

/// Replaces the groups of concepts that rules name by their members.
/// returns  a message for each name that is no concept: such a rule would never fire
std::vector<std::string>
expand_groups(std::vector<RuleFile>& files, const std::vector<clients::ConceptSummary>& concepts);

/// Our rules and those of data plugins. Reports unknown rules and techniques that are not
/// installed: a misspelt rule would otherwise have no effect without notice.
std::vector<RuleFile> load_rules(Session& session, const TemplateBook& book);

/// The same for callers that need every file. Does not report unknown techniques.
/// errors  PluginError naming a file that cannot be read
std::vector<RuleFile> load_all_rules(Session& session);

/// A rule with a misspelt technique would otherwise have no effect without notice.
void report_unknown_techniques(
    Session& session, const std::vector<RuleFile>& files, const std::vector<std::string>& known
);

/// Whether a note with that technique needs an override to be signed.
bool is_gated(const Rule& rule, const std::string& technique);

/// The sources in full; an id that the file does not list is returned as it is.
std::vector<std::string> citations_of(const std::vector<std::string>& ids, const RuleFile& file);

} // namespace praxis::soap::suggest
