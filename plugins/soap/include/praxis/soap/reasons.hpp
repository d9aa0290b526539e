// SPDX-License-Identifier: MIT
/// What speaks for techniques and against them, of one client: what the rules of all plugins
/// ("suggestion/1", schemas/soap/README.md) say of what is on record, consents, and sessions
/// before. It lists; whoever asks decides what follows.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// In the order in which they stand within a technique.
enum class Verdict { not_asked, stop, no_consent, local, caution, tried_before, fits };

/// For people and for machines.
constexpr std::string_view verdict_name(Verdict verdict) {
    constexpr std::array<std::string_view, 7> names{
        "not asked", "stop", "no consent", "keep off the place", "caution", "tried before", "fits"};
    return names.at(static_cast<std::size_t>(verdict));
}

/// One thing that speaks for a technique, or against it.
struct Reason {
    std::string technique; // empty: any
    Verdict verdict = Verdict::caution;
    std::string found = {};              // what of the client's record it hangs on
    std::vector<std::string> basis = {}; // what the client has of it now, item by item, without
                                         // what changes by the day
    bool in_note = false;                // some of it is new in the note that is being signed
    std::string why;
    std::string rule = {};                   // "blocks/thrombosis"; empty: no rule says so
    int rule_version = 0;                    // of the rule's file
    std::vector<std::string> sources = {};   // ids
    std::vector<std::string> citations = {}; // the sources in full
    std::optional<bool> reviewed = {};       // of rules: by a qualified therapist
    std::optional<NoteId> note = {};
    std::string fix = {};                  // the command that records what is missing; may be empty
    std::vector<std::string> regions = {}; // of the work that it is about; empty: any
    bool gates = false;                    // a stop that the sources state for this very technique
};

/// What is asked of a client.
struct ReasonQuestion {
    ClientId client;
    std::vector<std::string> techniques; // ids, at least one
    std::vector<std::string> regions;    // consent to work on these; empty: where complaints are
    Date on;                             // ages, days since onset and consents count to that day
    std::optional<NoteId> note = {};     // that is being signed: what it says of health counts, too
};

/// A rule, for people who want to read them.
struct RuleFacts {
    std::string rule;                    // "blocks/thrombosis"
    std::string kind;                    // stop, local, caution, fit
    std::vector<std::string> techniques; // empty: all there are
    std::vector<std::string> gates;      // of stops: those for which a note asks for a reason
    bool gates_all = false;
    std::string reason;
    std::vector<std::string> citations;
    bool reviewed = false;
    bool enabled = true;
    std::string plugin; // that brought the file
    int version = 1;    // of the file
};

class Reasons {
  public:
    static constexpr std::string_view id = "soap.reasons/1";
    virtual ~Reasons() = default;

    /// errors  PluginError naming a file of rules that cannot be read: a stop may stand in it
    virtual std::vector<Reason> reasons(Session& session, const ReasonQuestion& question) = 0;

    /// errors  as above
    virtual std::vector<RuleFacts> rules(Session& session) = 0;

    /// The ids of all techniques that are installed.
    virtual std::vector<std::string> techniques(Session& session) = 0;

    /// The technique's id, as somebody typed it.
    /// errors  NotFound with what was probably meant
    virtual std::string technique(Session& session, std::string_view words) = 0;
};

} // namespace praxis::soap
