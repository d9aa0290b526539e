// SPDX-License-Identifier: MIT
/// Instruments that measure outcomes, as data (schemas/outcomes/instruments, and the files of other
/// plugins, "instrument/1" = "FOLDER"). praxis computes scores and compares them; it draws no
/// conclusion.
#pragma once
#include "instrument/population.hpp"

#include <praxis/session.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::outcomes {

/// Whether the questions come with praxis. `user_licensed`: a data plugin of the therapist brings
/// them, under the therapist's own licence.
enum class Items { shipped, score_only, user_licensed };

enum class Better { lower, higher };

/// How answers become a score.
/// percent  the sum in percent of the greatest sum that the answered questions can have
enum class Scoring { single, mean, sum, count, percent };

/// The change that one source calls important.
struct ImportantChange {
    double from = 0;
    double to = 0;         // greater than `from` where the source gives a range
    bool percent = false;  // of the first value, not points
    bool above = false;    // more than `from`, not `from` itself
    bool activity = false; // for one named activity, not for the score
    std::string basis;
    std::string name; // short: "Ostelo 2008"
    Population population;
    std::vector<std::string> sources; // ids
    bool main = false;                // the one that sentences name
    bool enabled = true;              // no: shown, never compared with
    std::string conflict;             // what another source says; may be empty
};

/// The numbers that a score is computed from.
struct Answers {
    bool named = false; // the client's own activities, each with a number
    bool ticks = false; // numbers of ticked statements
    int count = 0;      // questions of the form; 0: the client names them
    int least = 0;      // answers without which there is no score
    int most = 0;
    double lowest = 0;
    double highest = 0;
    bool fill_with_mean = false; // an unanswered question counts as the mean of the others
};

/// A part of the score with a number of its own.
/// summed  its questions are among those that the score sums, so part and score limit each other
struct Part {
    std::string id;
    std::string name;
    double lowest = 0;
    double highest = 0;
    bool summed = false;
};

/// What the source says about a range of scores. The first that fits a part or the score counts.
struct Meaning {
    std::string of; // id of a part; empty: the score
    double from = 0;
    double to = 0;
    std::string text;
    std::string source;
};

struct Instrument {
    std::string id;
    std::string name;      // short: "Pain"
    std::string long_name; // "numeric pain rating scale"
    std::string summary;
    int version = 1;
    std::string language = "en"; // of the questions, BCP 47
    Items items = Items::score_only;
    std::string licence;
    Better better = Better::lower;
    double lowest = 0;
    double highest = 10;
    std::string lowest_means;
    std::string highest_means;
    std::string unit; // "points", "%", "mm"
    bool whole = false;
    Scoring scoring = Scoring::single;
    bool of_client = false;   // about the client as a whole, not about one complaint
    bool moments = false;     // measured before and after a session
    std::string from_notes;   // "pain", "stress", "relaxation": the notes record it, too
    std::string loinc;        // code; empty: none was verified
    Population only_for = {}; // without a name: for all complaints
    bool screen = false;      // one answer is not compared with another
    bool is_private = false;  // never in a letter or a chart for another profession
    bool sum_of_parts = false;
    int repeat_days = 0; // due again after so many days; 0: never
    std::optional<double> recovered_up_to = {};
    std::string recovered_source;
    Population recovered_of = {};
    bool enabled = true;
    std::string off; // why it is off
    bool reviewed = false;
    std::vector<std::string> sources; // in full
    std::vector<std::string> remarks;
    Answers answers;
    std::vector<std::string> questions;
    std::vector<Part> parts;
    std::vector<Meaning> meanings;
    std::vector<ImportantChange> changes;
    std::string plugin; // that brought the file
};

std::string_view items_name(Items items);

/// One file.
/// errors  PluginError naming the file and the line of the first mistake
Instrument read_instrument(const ContributedFile& file);

/// A file of another plugin that cannot be read.
struct BrokenInstrument {
    std::string id; // the name of the file
    std::string why;
    std::string plugin;
};

/// Those of all plugins, by id. A file of another plugin with the id of one of ours replaces it
/// when its version is at least as high: that is how a therapist adds questions under their own
/// licence. praxis reports a file of another plugin that cannot be read, and goes on without that
/// instrument; ours does not stand in for it, as its questions can be others.
///
/// errors  PluginError naming one of our own files that cannot be read
std::vector<Instrument> all_instruments(Session& session);

/// The same, but only those with one of these ids; praxis reads no other file.
std::vector<Instrument> some_instruments(Session& session, const std::vector<std::string>& ids);

/// The same from files.
/// broken  gets those that cannot be read
std::vector<Instrument>
read_instruments(const std::vector<ContributedFile>& files, std::vector<BrokenInstrument>& broken);

/// The one that a user names, by id or name.
/// errors  PluginError when the file of that name cannot be read; as the other one
const Instrument&
get_instrument(Session& session, const std::vector<Instrument>& instruments, std::string_view name);

/// By id or name.
/// errors  NotFound, suggesting the nearest id; Refused for one that is switched off
const Instrument& get_instrument(const std::vector<Instrument>& instruments, std::string_view name);

/// Of an id in a row; nullptr when no file has it any more.
const Instrument* find_instrument(const std::vector<Instrument>& instruments, std::string_view id);

/// The important change that sentences name; nullptr when no source gives one.
const ImportantChange* main_change(const Instrument& instrument);

/// "6", "4.7": at most one decimal, of important changes two.
std::string number_text(double value, int decimals = 1);

/// "2 points", "1.3 to 1.8 points", "30 % of the first value", "more than 1 point".
std::string change_text(const ImportantChange& change, const Instrument& instrument);

/// "0 (none) to 10 (the worst imaginable)"
std::string range_text(const Instrument& instrument);

/// What a sentence adds for a complaint that the instrument is not made for; empty for any other.
/// "Neck disability (NDI) is for neck pain, so praxis does not interpret the score."
std::string unsuited_text(const Instrument& instrument, const Subject& subject);

} // namespace praxis::outcomes
