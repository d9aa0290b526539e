// SPDX-License-Identifier: MIT
/// The questions of the red-flag screen and the flags that praxis reads in the record. They are
/// data: schemas/safety/screen, and the files of other plugins ("screen/1" = "FOLDER").
#pragma once
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

/// The classes of action, the most urgent last. `record`: no referral.
enum class Action { record, gp_referral, urgent, same_day, emergency };

/// "record", "gp-referral", "urgent", "same-day", "emergency": in files, tables and events.
std::string_view action_id(Action action);
std::optional<Action> action_named(std::string_view id);

/// A circumstance in which a flag counts; all that it names must hold.
struct FlagWhen {
    std::optional<int> age_above = {}; // years
    std::optional<int> age_below = {};
    std::optional<int> onset_days_from = {}; // since the onset of the complaint
    std::optional<int> onset_days_up_to = {};
    std::vector<std::string> causes = {};   // of the complaint, one of them
    std::vector<std::string> answers = {};  // ids of questions, one of them answered yes
    std::vector<std::string> concepts = {}; // on record, one of them
    bool past = false;                      // past conditions count as well
    bool undiagnosed = false;               // no condition on record was diagnosed since the onset
};

/// A flag: a question, or without `ask` something that praxis reads in the record.
struct Flag {
    std::string id;      // "urine"
    std::string section; // "back"
    std::string label;   // "bladder change"
    std::string ask = {};
    std::string why = {};
    std::string number = {}; // "RF02" of the collection of facts that praxis rests on
    std::string suspect = {};
    std::string threshold = {};
    std::string conflict = {}; // how the sources differ
    Action action = Action::record;
    std::vector<std::string> steps = {}; // what to do now, instead of the steps of the action
    std::vector<std::string> sources = {};
    std::vector<std::string> citations = {}; // the sources in full
    std::vector<FlagWhen> when = {};         // one of them must hold; empty: always
    std::string same_as = {};                // a question that already gives the flag
    bool alone = true;                       // false: counts only beside a flag that counts alone
    bool reviewed = false;
    bool enabled = true;
    bool is_private = false; // not for letters to other professionals
};

/// A file of questions.
struct Section {
    std::string id;
    std::string name;
    int order = 100;
    int version = 1;
    std::vector<std::string> regions = {}; // of the complaint; empty: always asked
    std::vector<std::string> enable = {};  // flags of other files that this file switches on
    std::vector<Flag> flags = {};
};

/// What a class of action means.
struct ActionFacts {
    std::string name;          // "same day"
    bool treat = true;         // whether work is possible today
    std::string referral = {}; // the urgency of `praxis referral new`; empty: no referral
    std::vector<std::string> steps = {};
};

/// When a screen is due.
struct DueRule {
    int pain_rise = 2; // points of 10
    std::vector<std::string> fall_words = {};
    std::vector<std::string> fall_except = {};
    int remind_days = 30;
    int referral_days = 30;
};

struct ScreenBook {
    std::vector<Section> sections;    // in the order in which they are asked
    std::vector<ActionFacts> actions; // by Action
    DueRule due;
    std::string caution; // to print with each screen

    [[nodiscard]] const ActionFacts& facts(Action action) const {
        return actions.at(static_cast<std::size_t>(action));
    }

    /// The question with that id; nullptr when there is none, or it is switched off.
    [[nodiscard]] const Flag* find_question(std::string_view id) const;
    /// The ids of all questions that are switched on.
    [[nodiscard]] std::vector<std::string> question_ids() const;
};

/// Reads the files of all plugins.
/// errors  PluginError naming file and line: a file that cannot be read, a flag without a source,
///         or a flag that no source supports and that is switched on
ScreenBook load_screen_book(Session& session);

/// The same from files, for tests.
ScreenBook read_screen_book(const std::vector<ContributedFile>& files);

class LeftOut;

/// The same for lists that go on without a file that cannot be read. Without the classes of action,
/// those of care on the same day still stop work.
ScreenBook load_readable_screen_book(Session& session, LeftOut& left_out);
ScreenBook read_readable_screen_book(const std::vector<ContributedFile>& files, LeftOut& left_out);

/// Only when a screen is due: reads no questions.
DueRule load_due_rule(Session& session);
DueRule load_readable_due_rule(Session& session, LeftOut& left_out);

/// The questions for complaints in these regions, in their order. Without a region all questions.
std::vector<const Flag*>
questions_for(const ScreenBook& book, const std::vector<std::string>& regions);

} // namespace praxis::safety
