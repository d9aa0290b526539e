// SPDX-License-Identifier: MIT
/// From an item of the library to a line of a client's home care.
#pragma once
#include "homecare/home_care.hpp"
#include "homecare/library.hpp"
#include "homecare/limits.hpp"

#include <praxis/command.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans::home {

/// The options by which a dose differs from the library's.
struct DoseOptions {
    std::optional<int> seconds;
    std::optional<int> minutes;
    std::optional<int> times;
    std::optional<int> a_day;
    std::optional<std::string> side;
    std::optional<std::string> often;
    std::optional<std::string> note;
    std::optional<Date> until;
};

template <class Args> void add_dose_options(Options<Args>& options) {
    using Number = std::optional<int> Args::*;
    using Text = std::optional<std::string> Args::*;
    options.option(Number{&Args::seconds}, "seconds", "N", "seconds each time")
        .option(Number{&Args::minutes}, "minutes", "N", "minutes each time")
        .option(Number{&Args::times}, "times", "N", "times in a row")
        .option(Number{&Args::a_day}, "a-day", "N", "times on one day")
        .option(Text{&Args::side}, "side", "SIDE", "the side it is for")
        .choices({"left", "right", "each"})
        .option(Text{&Args::often}, "often", "TEXT", "such as daily, or every 2nd day")
        .option(Text{&Args::note}, "note", "TEXT", "a line of your own for the handout");
    using Day = std::optional<Date> Args::*;
    options.option(Day{&Args::until}, "until", "DATE", "the last day; then review it").future();
}

/// Applies the options to a dose.
/// errors  UsageError: a number below 1, or both seconds and minutes; Refused: longer than the item
///         allows
void apply_dose(Dose& dose, const DoseOptions& options, const Item& item);

/// The areas that the options name, otherwise those of the item that the client's complaints have;
/// none when these do not meet.
/// errors  UsageError for an area that is no region
std::vector<std::string>
choose_areas(const Item& item, const std::vector<std::string>& named, const ClientFacts& facts);

/// The client's own tool for the item, otherwise its first one; empty when it needs none.
std::string choose_tool(const Item& item, const std::vector<std::string>& own);

/// The ids of the tools that the client has; nothing when the client was never asked.
std::optional<std::vector<std::string>> own_tools(Session& session, ClientId client);

/// The tools that the item needs and the client lacks, by name; empty when never asked.
std::vector<std::string> missing_tools(
    const Library& library, const Item& item, const std::optional<std::vector<std::string>>& own
);

/// The content of a row: what the handout needs even when the library changes.
Value content_of(
    const Item& item,
    const Dose& dose,
    const std::vector<std::string>& areas,
    const std::string& tool,
    const std::optional<std::string>& note
);

/// A row of the session's user, day and time.
HomeCare new_home_care(Session& session, ClientId client, Kind kind, std::string name);

} // namespace praxis::plans::home
