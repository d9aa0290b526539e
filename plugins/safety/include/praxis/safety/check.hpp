// SPDX-License-Identifier: MIT
/// The extension point `check`: a plugin reports contraindications and other concerns before
/// treatment. `praxis safety check` shows the concerns of all checks. A stop with `gates` also
/// blocks the signing of a note with such work until the user overrides it. In plugin.toml:
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

/// The severity of a concern, the most severe first.
enum class Weight { stop, no_consent, avoid_area, not_asked, caution };

/// Planned or recorded work.
struct Work {
    std::string technique;   // id
    std::string region = {}; // id; empty: not known yet
};

struct Question {
    ClientId client;
    std::vector<Work> work;          // at least one
    Date on;                         // the session's day
    std::optional<NoteId> note = {}; // the note being signed: its entries count as well
};

/// One reason not to do work, or to do it with care. praxis drops concerns about techniques and
/// regions that the question does not name.
struct Concern {
    Weight weight = Weight::caution;
    std::string technique;                 // id; empty: any
    std::vector<std::string> regions = {}; // of the work; empty: anywhere
    std::string found = {};                // the entries of the record behind it
    std::vector<std::string> basis = {};   // the same as a list, without parts that change daily:
                                           // an override covers only these. Empty: `found`
    bool in_note = false;                  // an entry is only in the note of the question
    std::string why;                       // the reason, and what to do
    std::string rule = {}; // "blocks/thrombosis": the id to override; a stop needs one
    int rule_version = 1;
    std::vector<std::string> sources = {};   // short: "S-107"
    std::vector<std::string> citations = {}; // in full
    std::optional<bool> reviewed = {};       // by a qualified therapist
    std::string fix = {};                    // the command that records a missing answer
    bool gates = false; // a stop that blocks signing until the user overrides it
};

/// An exception fails the command and blocks the signing of a note: a note is never signed because
/// a check could not run.
struct Check {
    static constexpr std::string_view id = "check/1";
    std::string name;
    std::function<std::vector<Concern>(Session&, const Question&)> look;
};

} // namespace praxis::safety
