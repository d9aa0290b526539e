// SPDX-License-Identifier: MIT
/// The options of lists and searches that select notes.
#pragma once
#include "note/note_list_queries.hpp"
#include "write/completions.hpp"

#include <praxis/command.hpp>

#include <optional>
#include <string>

namespace praxis::soap {

struct FilterArgs {
    std::optional<std::string> client;
    std::optional<std::string> complaint;
    std::optional<std::string> technique;
    std::optional<std::string> region;
    std::optional<std::string> state;
    std::optional<std::string> pain;
    std::optional<std::string> since;
    std::optional<std::string> until;
    bool all = false;

    [[nodiscard]] bool is_any() const {
        return client || complaint || technique || region || state || pain || since || until;
    }
};

/// Args  derives from FilterArgs
template <class Args> void filter_options(Options<Args>& options) {
    using Text = std::optional<std::string> Args::*;
    options.option(Text{&Args::client}, "client", "CLIENT", "only of this client").letter('c');
    options.option(Text{&Args::complaint}, "complaint", "ID", "only of this complaint");
    options.option(Text{&Args::technique}, "technique", "ID", "only with this technique")
        .letter('t')
        .completed_by(complete_technique);
    options.option(Text{&Args::region}, "region", "REGION", "only with a fact about this region");
    options.option(Text{&Args::state}, "state", "STATE", "only in this state")
        .choices({"draft", "signed"});
    options.flag(static_cast<bool Args::*>(&Args::all), "all", "also notes that are void");
    options
        .option(
            Text{&Args::pain}, "pain", "CHANGE", "only where the pain fell, rose or stayed the same"
        )
        .choices({"fell", "rose", "same"});
    options.option(Text{&Args::since}, "since", "DATE", "only sessions on or after that day");
    options.option(Text{&Args::until}, "until", "DATE", "only sessions on or before that day");
}

/// errors  NotFound and Ambiguous for an unknown client, complaint or technique; UsageError for an
///         invalid value
NoteFilter filter_of(Session& session, const FilterArgs& args);

} // namespace praxis::soap
