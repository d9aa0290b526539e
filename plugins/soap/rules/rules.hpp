// SPDX-License-Identifier: MIT
/// What speaks for a technique and against it, as data (schemas/soap/suggestions, and the files of
/// other plugins). Rules list reasons; whoever has the hands decides.
#pragma once
#include "rules/wording.hpp"
#include "template/template.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

enum class Kind { stop, local, caution, fit };

/// "stop", "local" ...: as the files say it.
std::string_view kind_name(Kind kind);

/// What a client must have. Each key that is given must hold; of a list any one does.
/// units  age in whole years, days since onset, pain on the NPRS (0-10)
struct When {
    std::vector<std::string> causes;  // of a complaint
    std::vector<std::string> regions; // of a complaint
    std::vector<std::string> words;   // whole words and groups of words, folded
    std::vector<std::string> except;  // longer groups in which they say nothing of the kind
    std::vector<std::string> with;    // words of which one must be on record as well
    std::vector<std::string> in;      // of all_lists(): where the words are looked for
    std::optional<int> age_from;
    std::optional<int> age_below;
    std::optional<int> onset_days_from;
    std::optional<int> onset_days_up_to;
    std::optional<int> pain_from; // after the newest signed session
};

struct Rule {
    std::string id;
    Kind kind = Kind::caution;
    std::vector<std::string> techniques; // empty: all there are, those of data plugins too
    std::vector<std::string> gates;      // of a stop: those for which the sources themselves say so
    bool gates_all = false;
    std::vector<std::string> work; // regions of the work that it is about; empty: any
    std::string reason;
    std::vector<std::string> sources; // ids of the file's sources, or "(k)"
    bool reviewed = false;            // by a qualified therapist
    bool enabled = true;
    std::vector<When> when; // any one does
};

/// One file of schemas/soap/suggestions, or of a data plugin.
struct RuleFile {
    std::string id;
    std::string name;
    int version = 1;
    std::vector<std::string> sources;
    std::vector<std::string> enable; // "blocks/heat-in-old-age": rules of any file that are off
    std::vector<std::string> gate;   // rules of any file that shall gate for all their techniques
    std::vector<Rule> rules;
    std::vector<Qualifier> qualifiers; // for the rules of all files
    std::string origin;                // plugin that contributed it
};

/// "condition", "medication", "allergy", "product", "complaint", "finding"
const std::vector<std::string>& all_lists();

/// Reads one file; what is wrong with it goes into `problems`, with its line and column.
/// errors  Refused with line and column when the text is no TOML
RuleFile
read_rules(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Switches on what files ask for: rules that are off, and stops that shall gate.
/// gives  a sentence for each id that names no rule, or none that can gate
std::vector<std::string> switch_on(std::vector<RuleFile>& files);

/// Ours, and those of data plugins, with what they switch on. What names no rule, or a technique
/// that is not installed, is said: a misspelt block would otherwise keep silent.
std::vector<RuleFile> load_rules(Session& session, const TemplateBook& book);

/// The same for whoever must not pass over any of them; without a look at the techniques.
/// errors  PluginError naming a file that cannot be read
std::vector<RuleFile> load_every_rule(Session& session);

/// A misspelt technique would otherwise keep silent.
void report_unknown_techniques(
    Session& session, const std::vector<RuleFile>& files, const TemplateBook& book
);

/// Whether a note with that technique asks for a reason to go on although the rule stops it.
bool is_gated(const Rule& rule, const std::string& technique);

/// The sources in full, where the file says more than their ids.
std::vector<std::string> citations_of(const std::vector<std::string>& ids, const RuleFile& file);

} // namespace praxis::soap::suggest
