// SPDX-License-Identifier: MIT
/// Reasons for and against techniques for one client. They come from the rules of all plugins
/// ("suggestion/1", schemas/soap/README.md), the client's record, consents and earlier sessions.
/// The service only lists reasons; the caller decides what follows.
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

/// In the order in which a technique's reasons are listed.
enum class Verdict { not_asked, stop, no_consent, local, caution, tried_before, fits };

/// The name in lists and in --json.
constexpr std::string_view verdict_name(Verdict verdict) {
    constexpr std::array<std::string_view, 7> names{
        "not asked", "stop", "no consent", "avoid this area", "caution", "tried before", "fits"};
    return names.at(static_cast<std::size_t>(verdict));
}

/// One reason for a technique, or against it.
struct Reason {
    std::string technique; // empty: any
    Verdict verdict = Verdict::caution;
    std::string found = {};              // the part of the record that the reason depends on
    std::vector<std::string> basis = {}; // the client's present findings behind it, one by
                                         // one, without values that change every day
    bool in_note = false;                // part of it is new in the note that is being signed
    std::string why;
    std::string rule = {};                   // "blocks/thrombosis"; empty: not from a rule
    int rule_version = 0;                    // of the rule's file
    std::vector<std::string> sources = {};   // ids
    std::vector<std::string> citations = {}; // the sources in full
    std::optional<bool> reviewed = {};       // the rule, by a qualified therapist
    std::optional<NoteId> note = {};
    std::string fix = {};                  // the command that records what is missing; may be empty
    std::vector<std::string> regions = {}; // of the work that it concerns; empty: any
    bool gates = false; // signing needs an override: the sources state the stop for this technique
};

/// A question about one client.
struct ReasonQuestion {
    ClientId client;
    std::vector<std::string> techniques; // ids, at least one
    std::vector<std::string> regions;    // of the work, for consent; empty: those of the complaints
    Date on;                             // the day for ages, days since onset and consents
    std::optional<NoteId> note = {};     // being signed: its health entries count, too
};

/// A rule, for listing.
struct RuleFacts {
    std::string rule;                    // "blocks/thrombosis"
    std::string kind;                    // stop, local, caution, fit
    std::vector<std::string> techniques; // empty: all
    std::vector<std::string> gates;      // of a stop: techniques that need an override to be signed
    bool gates_all = false;
    std::string reason;
    std::vector<std::string> citations;
    bool reviewed = false;
    bool enabled = true;
    std::string plugin; // that contributed the file
    int version = 1;    // of the file
};

class Reasons {
  public:
    static constexpr std::string_view id = "soap.reasons/1";
    virtual ~Reasons() = default;

    /// errors  PluginError naming a rule file that cannot be read, because it may contain a stop
    virtual std::vector<Reason> reasons(Session& session, const ReasonQuestion& question) = 0;

    /// errors  as above
    virtual std::vector<RuleFacts> rules(Session& session) = 0;

    /// The ids of all techniques that are installed.
    virtual std::vector<std::string> techniques(Session& session) = 0;

    /// The id of a technique that a person typed.
    /// errors  NotFound, suggesting the nearest id
    virtual std::string technique(Session& session, std::string_view words) = 0;
};

} // namespace praxis::soap
