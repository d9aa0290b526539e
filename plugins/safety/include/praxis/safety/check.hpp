// SPDX-License-Identifier: MIT
/// The extension point `check`: whatever may speak against work on a client before hands go on.
/// `praxis safety check` shows what all checks say; what stops and gates is asked about again
/// before a note with such work is signed. In plugin.toml:
///
///   [needs]
///   safety = ">=0.1, <1"
///   [contributes]
///   "check/1" = ["hydrotherapy"]
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

/// How much a concern weighs, the heaviest first.
enum class Weight { stop, no_consent, keep_off, not_asked, caution };

/// What is meant to be done, or was.
struct Work {
    std::string technique;   // id
    std::string region = {}; // id; empty: not said yet
};

struct Question {
    ClientId client;
    std::vector<Work> work;          // at least one
    Date on;                         // the session's day
    std::optional<NoteId> note = {}; // that is being signed: it may say more than the record
};

/// One thing that speaks against work. It may name more than was asked about: what is about
/// another technique or region is left out afterwards.
struct Concern {
    Weight weight = Weight::caution;
    std::string technique;                 // id; empty: any
    std::vector<std::string> regions = {}; // it is about work there; empty: anywhere
    std::string found = {};                // what of the client's record it hangs on
    std::vector<std::string> basis = {};   // the same, item by item, without what changes by the
                                           // day: what is new is not overridden. Empty: `found`
    bool in_note = false;                  // some of it is new in the note of the question
    std::string why;                       // what to do about it, and why
    std::string rule = {}; // "blocks/thrombosis": what an override names; a stop needs one
    int rule_version = 1;
    std::vector<std::string> sources = {};   // short: "S-107"
    std::vector<std::string> citations = {}; // in full
    std::optional<bool> reviewed = {};       // by a qualified therapist
    std::string fix = {};                    // the command that records what is missing
    bool gates = false; // a stop after which a note needs somebody's reason to be signed
};

/// A check that throws fails the command, and stops a note from being signed: no gate opens because
/// nobody could look.
struct Check {
    static constexpr std::string_view id = "check/1";
    std::string name;
    std::function<std::vector<Concern>(Session&, const Question&)> look;
};

} // namespace praxis::safety
