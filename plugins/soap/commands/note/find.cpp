// SPDX-License-Identifier: MIT
#include "note/note_index.hpp"
#include "show/note_filter.hpp"
#include "show/note_table.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr std::int64_t most_found = 20;

struct Args : soap::FilterArgs {
    std::vector<std::string> terms;
    std::optional<std::int64_t> limit;
    bool ranked = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::terms, "TERM", "a term to search for; several must all be found");
    soap::filter_options(options);
    options.flag(&Args::ranked, "ranked", "show the best match first, not the newest");
    options.option(&Args::limit, "limit", "N", "show at most N notes, 0 for all (default: 20)");
}

Result run(Session& session, const Args& args) {
    const auto query = soap::search_query(args.terms);
    if (query.empty()) {
        throw UsageError("no term to search for", "praxis note find piriformis");
    }
    const auto asked = args.limit.value_or(most_found);
    if (asked < 0) {
        throw UsageError("--limit: must be 0 or more");
    }
    auto filter = soap::filter_of(session, args);
    filter.limit = asked == 0 ? -1 : asked + 1; // one more shows whether there are more
    const auto order = args.ranked ? soap::FoundOrder::best_first : soap::FoundOrder::newest_first;
    auto found = soap::find_notes(session.db(), query, filter, order);
    if (asked > 0 && found.size() > static_cast<std::size_t>(asked)) {
        found.pop_back();
        session.report("there are more notes: --limit 0 shows all");
    }
    return soap::found_table(session, std::move(found), args.terms);
}

} // namespace

CommandSpec note_find_command() {
    return command<Args>({
        .summary = "search the text of notes",
        .examples =
            {"praxis note find piriformis",
             "praxis note find \"lower back\" --client maria",
             "praxis note find knots --technique trigger-point --since -6m --ranked"},
        .exits = {{Exit::not_found, "there is no such client, complaint or technique"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
